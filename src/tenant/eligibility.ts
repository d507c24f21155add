import { decideBy, type Decision, type Rule } from '../kernel/decision.js';
import { MINUTE, type Duration } from '../kernel/duration.js';
import type { Instant } from '../kernel/instant.js';
import { isAdministrator } from './administrators.js';
import { entitles, type SkuPartNumber } from './licences.js';
import { lastHeartbeat } from './heartbeats.js';
import { METHOD_RULES, type MethodsRefusal } from './method-rules.js';
import { isInScope } from './scope.js';
import type { CloudUser, TenantState } from './state.js';
import { afterArrival, blockAt } from './throttle.js';
import type { ThrottledRefusal } from './verification.js';

/** Why Entra ID does not let somebody reset their own password. */
export type EligibilityRefusal =
  | { readonly rule: 'cookies-disabled' }
  | { readonly rule: 'administrator-reset-off' }
  | { readonly rule: 'sspr-disabled' }
  | { readonly rule: 'sspr-policy-missing' }
  | { readonly rule: 'licence-missing'; readonly of: 'tenant' | 'user'; readonly licences: readonly string[] }
  | { readonly rule: 'outside-sspr-scope'; readonly group: string }
  | ThrottledRefusal
  | MethodsRefusal
  | WritebackRefusal;

/** Why Entra ID knows beforehand that a password would not get through to where it is managed. */
export type WritebackRefusal =
  | { readonly rule: 'writeback-not-licensed'; readonly licences: readonly string[] }
  | { readonly rule: 'writeback-not-enabled' }
  | { readonly rule: 'writeback-not-registered' }
  | { readonly rule: 'writeback-switched-off' }
  | { readonly rule: 'writeback-setting-off' }
  | { readonly rule: 'writeback-known-down'; readonly lastHeartbeat: Instant };

/** One password that is managed on-premises, and what decides whether it can get there. */
export interface WritebackQuestion {
  readonly at: Instant;
  readonly user: Readonly<CloudUser>;
  readonly tenant: TenantView;
  /** Whether writeback is ticked on the sync server, which the tenant cannot know; it only tells causes apart. */
  readonly enabledOnServer: boolean;
}

/** One request to reset a password, and all that the rules look at. */
export interface EligibilityRequest extends WritebackQuestion {
  /** Whether the browser keeps cookies. */
  readonly cookies: boolean;
}

type TenantView = Readonly<
  Pick<
    TenantState,
    | 'licences'
    | 'licenceEnforcement'
    | 'sspr'
    | 'authenticationMethods'
    | 'administratorsMayReset'
    | 'nestedGroups'
    | 'trialSince'
    | 'customDomain'
    | 'synchronises'
    | 'throttling'
    | 'writeback'
  >
>;

/**
 * How long without a heartbeat until Entra ID reports the client as unreachable. One is sent every five minutes
 * (concept-sspr-writeback.md); that two must be missed is inferred.
 */
export const UNREACHABLE_AFTER: Duration = 10 * MINUTE;

function licencesOf({ tenant, user }: WritebackQuestion): readonly SkuPartNumber[] {
  return tenant.licenceEnforcement === 'user' ? user.licences : tenant.licences;
}

const NOT_LICENSED: Rule<WritebackQuestion, WritebackRefusal> = {
  rule: 'writeback-not-licensed',
  refusal: (request) => {
    const licences = licencesOf(request);
    if (request.user.sourceAnchor === undefined || entitles(licences, 'write a password back')) {
      return undefined;
    }
    return { rule: 'writeback-not-licensed', licences };
  },
};

/** What the sync server has to have done, and to be doing. */
const WRITEBACK_RULES: readonly Rule<WritebackQuestion, WritebackRefusal>[] = [
  onPremisesOnly('writeback-not-enabled', ({ tenant, enabledOnServer }) => {
    return tenant.writeback.registration === 'never' && !enabledOnServer;
  }),
  onPremisesOnly('writeback-not-registered', ({ tenant, enabledOnServer }) => {
    return tenant.writeback.registration !== 'on' && enabledOnServer;
  }),
  onPremisesOnly('writeback-switched-off', ({ tenant, enabledOnServer }) => {
    return tenant.writeback.registration === 'off' && !enabledOnServer;
  }),
  onPremisesOnly('writeback-setting-off', ({ tenant }) => !tenant.writeback.portalSetting),
  {
    rule: 'writeback-known-down',
    refusal: ({ at, user, tenant }) => {
      if (user.sourceAnchor === undefined) return undefined;
      const last = lastHeartbeat(tenant.writeback.heartbeats, at);
      return at - last > UNREACHABLE_AFTER
        ? { rule: 'writeback-known-down', lastHeartbeat: last }
        : undefined;
    },
  },
];

/** Whether a password that is managed on-premises can get there, as far as Entra ID knows. */
export function decideWriteback(question: WritebackQuestion): Decision<WritebackRefusal> {
  return decideBy([NOT_LICENSED, ...WRITEBACK_RULES], question);
}

/**
 * In the order in which Entra ID is taken to ask: switches, licence, scope, methods, then what writeback needs. The
 * coarse order is documented (MicrosoftDocs/entra-docs: docs/identity/authentication/concept-sspr-howitworks.md), the
 * fine one follows the numbers of the error codes. Role holders have a switch of their own instead of the tenant's.
 */
const RULES: readonly Rule<EligibilityRequest, EligibilityRefusal>[] = [
  {
    rule: 'cookies-disabled',
    refusal: ({ cookies }) => (cookies ? undefined : { rule: 'cookies-disabled' }),
  },
  {
    rule: 'administrator-reset-off',
    refusal: ({ tenant, user }) =>
      isAdministrator(user) && !tenant.administratorsMayReset
        ? { rule: 'administrator-reset-off' }
        : undefined,
  },
  {
    rule: 'sspr-disabled',
    refusal: ({ tenant, user }) =>
      tenant.sspr.scope.to === 'none' && !isAdministrator(user) ? { rule: 'sspr-disabled' } : undefined,
  },
  {
    rule: 'sspr-policy-missing',
    refusal: ({ tenant }) => (tenant.sspr.policyDefined ? undefined : { rule: 'sspr-policy-missing' }),
  },
  {
    rule: 'licence-missing',
    refusal: (request) => {
      const licences = licencesOf(request);
      if (entitles(licences, 'reset a forgotten password in the cloud')) return undefined;
      return { rule: 'licence-missing', of: request.tenant.licenceEnforcement, licences };
    },
  },
  {
    rule: 'outside-sspr-scope',
    refusal: ({ tenant: { sspr, nestedGroups }, user }) =>
      sspr.scope.to === 'selected' && !isAdministrator(user) && !isInScope(sspr.scope, user, nestedGroups)
        ? { rule: 'outside-sspr-scope', group: sspr.scope.group }
        : undefined,
  },
  {
    rule: 'sspr-throttled',
    refusal: ({ at, tenant, user }) => {
      const block = blockAt(afterArrival(user.throttle, at, tenant.throttling), at);
      return block && { rule: 'sspr-throttled', ...block };
    },
  },
  ...METHOD_RULES,
  {
    rule: 'writeback-not-licensed',
    refusal: (request) =>
      // Without any licence for a reset, the earlier rule has said so already.
      entitles(licencesOf(request), 'reset a forgotten password in the cloud')
        ? NOT_LICENSED.refusal(request)
        : undefined,
  },
  ...WRITEBACK_RULES,
];

type WritebackRule = Exclude<
  Extract<WritebackRefusal['rule'], `writeback-${string}`>,
  'writeback-known-down' | 'writeback-not-licensed'
>;

/** A rule that only concerns passwords that are managed on-premises, and has no figures. */
function onPremisesOnly(
  rule: WritebackRule,
  applies: (request: WritebackQuestion) => boolean,
): Rule<WritebackQuestion, WritebackRefusal> {
  return {
    rule,
    refusal: (request) =>
      request.user.sourceAnchor !== undefined && applies(request) ? { rule } : undefined,
  };
}

/** Whether the user may start a reset. */
export function decideEligibility(request: EligibilityRequest): Decision<EligibilityRefusal> {
  return decideBy(RULES, request);
}
