import {
  evaluateBannedPassword,
  POINTS_REQUIRED,
  type Evaluation,
  type FuzzyScope,
} from '../banned-passwords/evaluate.js';
import type { Candidate } from '../kernel/candidate.js';
import { ALLOWED, decideBy, type Decision, type Rule } from '../kernel/decision.js';
import { entitles } from './licences.js';
import type { CloudUser, TenantState } from './state.js';

/** Why Entra ID does not take a password before anybody else is asked. */
export type CloudPasswordRefusal =
  | {
      readonly rule: 'cloud-password-length';
      readonly length: number;
      readonly minimum: number;
      readonly maximum: number;
    }
  | { readonly rule: 'cloud-password-characters'; readonly notAllowed: number }
  | { readonly rule: 'cloud-password-categories'; readonly found: number; readonly required: number }
  | { readonly rule: 'cloud-password-contains-user-name'; readonly name: string }
  | { readonly rule: 'name-in-password'; readonly name: string }
  | ({ readonly rule: 'globally-banned-password' } & Banned)
  | ({ readonly rule: 'custom-banned-password' } & Banned);

interface Banned {
  readonly points: number;
  readonly required: number;
  readonly terms: readonly string[];
}

export const RULES_FOR_SYNCHRONISED = ['nothing', 'banned passwords', 'every rule'] as const;

export interface CloudPasswordRequest {
  readonly candidate: Candidate;
  readonly user: Readonly<Pick<CloudUser, 'userPrincipalName' | 'sourceAnchor' | 'firstName' | 'lastName'>>;
  readonly tenant: Readonly<Pick<TenantState, 'passwords' | 'licences' | 'name'>>;
  readonly fuzzyScope: FuzzyScope;
  /** Which of the rules concern a synchronised user, whose own domain is asked as well; sources disagree. */
  readonly forSynchronised: (typeof RULES_FOR_SYNCHRONISED)[number];
}

const POLICY =
  'MicrosoftDocs/entra-docs: docs/identity/authentication/concept-password-ban-bad-combined-policy.md';

/** What the policy of the cloud asks for, and where it says so. */
export const CLOUD_POLICY = {
  minimumLength: 8,
  maximumLength: 256,
  /** Of lower case, upper case, digits and symbols. */
  categories: 3,
  source: POLICY,
} as const;

/** A-Z, a-z, 0-9, the 32 symbols and the blank: what ASCII prints. No other character is allowed. */
const NOT_ALLOWED = /[^ -~]/gu;
const CATEGORIES = [/[a-z]/, /[A-Z]/, /[0-9]/, /[^a-zA-Z0-9]/];

/** Names shorter than this are not looked for. */
const SHORTEST_NAME = 4;

/** How many characters of a password the cloud does not allow. */
export function countNotAllowed(candidate: Candidate): number {
  return candidate.examine((text) => text.match(NOT_ALLOWED)?.length ?? 0);
}

interface CloudRule extends Rule<CloudPasswordRequest, CloudPasswordRefusal> {
  /** Whether it asks about synchronised users whatever the switch says. */
  readonly forEverybody: boolean;
}

/**
 * In the order of the documented policy; that the banned password evaluation comes last is inferred. It is asked of
 * everybody, and of a synchronised user before the request goes on-premises
 * (jpazureid/blog: articles/azure-active-directory-connect/password-writeback-overview.md). All else concerns those
 * whose password is managed in the cloud.
 */
const RULES: readonly CloudRule[] = [
  {
    rule: 'cloud-password-length',
    forEverybody: false,
    refusal: ({ candidate: { length } }) => {
      const { minimumLength: minimum, maximumLength: maximum } = CLOUD_POLICY;
      return length < minimum || length > maximum
        ? { rule: 'cloud-password-length', length, minimum, maximum }
        : undefined;
    },
  },
  {
    rule: 'cloud-password-characters',
    forEverybody: false,
    refusal: ({ candidate }) => {
      const notAllowed = countNotAllowed(candidate);
      return notAllowed === 0 ? undefined : { rule: 'cloud-password-characters', notAllowed };
    },
  },
  {
    rule: 'cloud-password-categories',
    forEverybody: false,
    refusal: ({ candidate, tenant }) => {
      const { categories: required } = CLOUD_POLICY;
      const found = candidate.examine((text) => CATEGORIES.filter((one) => one.test(text)).length);
      return tenant.passwords.categoriesRequired && found < required
        ? { rule: 'cloud-password-categories', found, required }
        : undefined;
    },
  },
  {
    rule: 'cloud-password-contains-user-name',
    forEverybody: false,
    refusal: ({ candidate, user }) => {
      const [name = ''] = user.userPrincipalName.split('@');
      const occurs = candidate.examine((text) => text.toLowerCase().includes(name.toLowerCase()));
      return name.length >= SHORTEST_NAME && occurs
        ? { rule: 'cloud-password-contains-user-name', name }
        : undefined;
    },
  },
  banned('name-in-password'),
  banned('globally-banned-password'),
  banned('custom-banned-password'),
];

type BannedRule = 'name-in-password' | 'globally-banned-password' | 'custom-banned-password';

/** At most one of them refuses. */
function banned(rule: BannedRule): CloudRule {
  return {
    rule,
    forEverybody: true,
    refusal: (request) => {
      const refusal = judgedBanned(request);
      return refusal?.rule === rule ? refusal : undefined;
    },
  };
}

function judgedBanned(
  request: CloudPasswordRequest,
): Extract<CloudPasswordRefusal, { rule: BannedRule }> | undefined {
  const { passwords } = request.tenant;
  const { lists } = passwords;
  const custom = isCustomListAsked(request.tenant);
  const { accepted, name, points, matches } = evaluated(request, custom ? lists.withCustom : lists.microsoft);
  if (accepted) return undefined;
  if (name !== undefined) return { rule: 'name-in-password', name };
  // The tenant's own list is to blame where Microsoft's alone would have let the password through.
  const rule =
    custom && evaluated(request, lists.microsoft).accepted
      ? 'custom-banned-password'
      : 'globally-banned-password';
  return { rule, points: points ?? 0, required: POINTS_REQUIRED, terms: matches.map(({ term }) => term) };
}

/** The custom list needs Entra ID P1 or P2, and has to be enforced. */
function isCustomListAsked({ passwords, licences }: CloudPasswordRequest['tenant']): boolean {
  return passwords.customListEnforced && entitles(licences, 'a custom list of banned passwords');
}

function evaluated(
  { candidate, user, tenant, fuzzyScope }: CloudPasswordRequest,
  list: CloudPasswordRequest['tenant']['passwords']['lists']['microsoft'],
): Evaluation {
  const names = [user.firstName, user.lastName, tenant.name].filter((name) => name !== undefined);
  return candidate.examine((text) => evaluateBannedPassword(text, list, names, fuzzyScope));
}

const FOR_EVERYBODY = RULES.filter(({ forEverybody }) => forEverybody);

/** Whether Entra ID takes the password, or passes it on to where it is managed. */
export function decideCloudPassword(request: CloudPasswordRequest): Decision<CloudPasswordRefusal> {
  const { user, forSynchronised } = request;
  if (user.sourceAnchor === undefined || forSynchronised === 'every rule') return decideBy(RULES, request);
  return forSynchronised === 'nothing' ? ALLOWED : decideBy(FOR_EVERYBODY, request);
}
