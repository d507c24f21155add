import type { AuditReason } from './audit-reasons.js';
import type { Method } from './methods.js';
import type { Block } from './throttle.js';

const BY_METHOD: Readonly<Partial<Record<Method, AuditReason>>> = {
  'mobile SMS': 'blockedAfterSms',
  email: 'blockedAfterEmail',
  'mobile voice call': 'blockedAfterMobileCalls',
  'office voice call': 'blockedAfterOfficeCalls',
  'security questions': 'blockedAfterQuestions',
};

/** What the row says of a block: by what was tried last. */
export function blockReason({ by, method }: Block): AuditReason {
  if (by === 'phoneNumber') return 'blockedAfterPhoneNumber';
  return (method === undefined ? undefined : BY_METHOD[method]) ?? 'blocked';
}
