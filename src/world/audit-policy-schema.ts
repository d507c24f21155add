import * as z from 'zod/mini';
import {
  AUDIT_OUTCOMES,
  SUBCATEGORIES,
  type AuditOutcomes,
  type AuditPolicy,
  type Subcategory,
} from '../domain/audit-policy.js';
import { described, flag } from './described.js';

const SUBCATEGORY_NAMES = Object.keys(SUBCATEGORIES) as Subcategory[];

const outcomes = z.enum(AUDIT_OUTCOMES);

function subcategory(of: Subcategory): z.ZodMiniOptional<typeof outcomes> {
  const { name, windows, article } = SUBCATEGORIES[of];
  return described(
    `The subcategory ${name}. Windows begins with "${windows}"; the article's domain controller has "${article}".`,
    z.optional(outcomes),
  );
}

/** The advanced audit policy of the domain controllers. */
export const auditPolicy = z.strictObject({
  baseline: described(
    "Where it starts from, before the subcategories below: the founding article's domain controller, one that nobody has configured, or nothing at all.",
    z._default(z.enum(['article', 'windows', 'none']), 'article'),
  ),
  userAccountManagement: subcategory('userAccountManagement'),
  credentialValidation: subcategory('credentialValidation'),
  kerberosAuthenticationService: subcategory('kerberosAuthenticationService'),
  logon: subcategory('logon'),
  accountLockout: subcategory('accountLockout'),
  authenticationPolicyChange: subcategory('authenticationPolicyChange'),
  directoryServiceAccess: subcategory('directoryServiceAccess'),
  directoryServiceChanges: subcategory('directoryServiceChanges'),
  objectsAudited: flag(
    'Whether user objects carry audit entries (a SACL) for password resets and attribute writes; without them there is no 4662 and no 5136.',
    false,
  ),
});

/** The policy in force, every subcategory filled in. */
export function buildAuditPolicy(policy: z.output<typeof auditPolicy>): AuditPolicy {
  const { baseline, objectsAudited } = policy;
  const inForce = (of: Subcategory): AuditOutcomes =>
    policy[of] ?? (baseline === 'none' ? 'none' : SUBCATEGORIES[of][baseline]);
  const inAll = Object.fromEntries(SUBCATEGORY_NAMES.map((of) => [of, inForce(of)]));
  return { outcomes: inAll as AuditPolicy['outcomes'], objectsAudited };
}
