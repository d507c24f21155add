import { STRONG_PASSWORD } from './domain-policy.js';
import type { Catalogue } from './failure-mode.js';

const DOCS = 'MicrosoftDocs/entra-docs: docs/identity/authentication';
const reset = { user: 'MyUser', newPassword: STRONG_PASSWORD } as const;

function gates(usable: readonly string[], required: number): string {
  return `usable: ${usable.length === 0 ? 'none' : usable.join(', ')}; ${required} required`;
}

/** More that the tenant refuses before the person may prove who they are. */
export const ELIGIBILITY: Pick<
  Catalogue,
  | 'administrator-reset-off'
  | 'sspr-policy-missing'
  | 'phone-number-unusable'
  | 'too-few-security-questions'
  | 'administrator-too-few-methods'
  | 'methods-not-allowed'
  | 'writeback-not-licensed'
> = {
  'administrator-reset-off': {
    id: 'administrator-reset-off',
    title: 'Administrators may not reset their own passwords',
    party: 'tenant',
    cause:
      'The user holds an administrator role, and allowedToUseSSPR is false: no other setting lets an administrator reset.',
    figures: () => [],
    fix: [
      'Set allowedToUseSSPR to true with Update-MgPolicyAuthorizationPolicy, and allow up to 60 minutes.',
      'Until then have another administrator reset the password.',
    ],
    warning:
      'An administrator who may reset can also be taken over by whoever holds two of the registered methods.',
    sources: [`${DOCS}/concept-sspr-policy.md`],
    arrange: () => ({
      world: {
        tenant: { administratorsMayReset: false },
        users: { MyUser: { entra: { roles: ['User Administrator'] } } },
      },
      request: reset,
    }),
  },
  'sspr-policy-missing': {
    id: 'sspr-policy-missing',
    title: 'The tenant has no password reset policy',
    party: 'tenant',
    cause: 'The tenant has not defined a password reset policy, so there are no methods to offer.',
    figures: () => [],
    fix: ['In the Entra admin center, open Password reset, choose who may reset and how, and save.'],
    sources: [`${DOCS}/troubleshoot-sspr.md`],
    arrange: () => ({ world: { tenant: { sspr: { policyDefined: false } } }, request: reset }),
  },
  'phone-number-unusable': {
    id: 'phone-number-unusable',
    title: 'A phone number is there, in a form that cannot be used',
    party: 'user',
    cause:
      'The number in the directory is not written as +CountryCode Number with a blank between them, so no call and no message can go there.',
    figures: ({ malformed, usable, required }) => [
      `cannot be used: ${malformed.join(', ')}`,
      gates(usable, required),
    ],
    fix: ['Write the number as +1 4251234567; on-premises in mobile or telephoneNumber, then synchronise.'],
    sources: [`${DOCS}/howto-sspr-authenticationdata.md`],
    arrange: () => ({
      world: { users: { MyUser: { entra: { methods: [], mobilePhone: '(425) 123-4567' } } } },
      request: reset,
    }),
  },
  'too-few-security-questions': {
    id: 'too-few-security-questions',
    title: 'The tenant asks more security questions than the user has answered',
    party: 'tenant',
    cause:
      'Security questions were registered when fewer were required, and there are not enough of them to be asked now.',
    figures: ({ answered, asked, usable, required }) => [
      `${answered} questions answered; ${asked} required to reset`,
      gates(usable, required),
    ],
    fix: [
      'Have the user register again at https://aka.ms/ssprsetup: answers cannot be set by an administrator.',
      'Or lower "Number of questions required to reset", or let the user prove it by another method.',
    ],
    sources: [
      `${DOCS}/concept-authentication-security-questions.md`,
      'inferred: that too few answers count as no method at all',
    ],
    arrange: () => ({
      world: {
        tenant: { sspr: { methods: ['security questions'], questionsToReset: 5 } },
        users: { MyUser: { entra: { methods: ['security questions'], securityQuestions: 3 } } },
      },
      request: reset,
    }),
  },
  'administrator-too-few-methods': {
    id: 'administrator-too-few-methods',
    title: 'An administrator needs two strong methods',
    party: 'user',
    cause:
      "The user holds an administrator role: whatever the tenant's own policy says, two methods are needed, and security questions do not count.",
    figures: ({ usable, required }) => [gates(usable, required)],
    fix: ['Register a second method: email, the Authenticator app, or a phone.'],
    sources: [`${DOCS}/concept-sspr-policy.md`],
    arrange: () => ({
      world: { users: { MyUser: { entra: { roles: ['Helpdesk Administrator'], methods: ['mobile SMS'] } } } },
      request: reset,
    }),
  },
  'methods-not-allowed': {
    id: 'methods-not-allowed',
    title: 'The registered methods are not allowed by policy',
    party: 'tenant',
    cause:
      'The user has registered enough methods, and the policy that counts in this tenant does not allow them.',
    figures: ({ notAllowed, usable, required }) => [
      `registered and not allowed: ${notAllowed.join(', ')}`,
      gates(usable, required),
    ],
    fix: [
      'Enable the method for the user in the Authentication methods policy, or under Password reset > Authentication methods where the migration has not begun.',
      "Where one method is required, that page knows the app's code and not its notification: register another, or migrate.",
    ],
    sources: [
      `${DOCS}/tutorial-enable-sspr.md`,
      'microsoftgraph/microsoft-graph-docs-contrib: api-reference/v1.0/resources/authenticationmethodspolicy.md',
    ],
    arrange: () => ({
      world: { tenant: { authenticationMethods: { migration: 'complete', methods: ['mobile app code'] } } },
      request: reset,
    }),
  },
  'writeback-not-licensed': {
    id: 'writeback-not-licensed',
    title: 'The licence covers a reset in the cloud, not writeback',
    party: 'tenant',
    cause: 'The password is managed on-premises, and no subscription entitles to write a new one back.',
    figures: ({ licences }) => [
      `licences: ${licences.join(', ')}; Entra ID P1 or P2, or a product that contains one, is needed`,
    ],
    fix: ['Subscribe to Entra ID P1 or P2, Microsoft 365 Business Premium, or a product that contains one.'],
    sources: [`${DOCS}/concept-sspr-licensing.md`],
    arrange: () => ({ world: { tenant: { licences: ['O365_BUSINESS_PREMIUM'] } }, request: reset }),
  },
};
