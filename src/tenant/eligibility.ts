import { decideBy, explainBy, type Decision, type Rule } from '../kernel/decision.js';
import { MINUTE, type Duration } from '../kernel/duration.js';
import type { Instant } from '../kernel/instant.js';
import { entitlesToReset } from './licences.js';
import { usableMethods, type Method } from './methods.js';
import type { CloudUser, TenantState } from './state.js';

/** Why Entra ID does not let somebody reset their own password. */
export type EligibilityRefusal =
  | { readonly rule: 'sspr-disabled' }
  | { readonly rule: 'licence-missing'; readonly of: 'tenant' | 'user'; readonly licences: readonly string[] }
  | { readonly rule: 'outside-sspr-scope'; readonly group: string }
  | { readonly rule: 'too-few-methods'; readonly usable: readonly Method[]; readonly required: number }
  | { readonly rule: 'writeback-not-enabled' }
  | { readonly rule: 'writeback-not-registered' }
  | { readonly rule: 'writeback-switched-off' }
  | { readonly rule: 'writeback-setting-off' }
  | { readonly rule: 'sync-account-blocked' }
  | { readonly rule: 'writeback-known-down'; readonly lastHeartbeat: Instant };

/** One request to reset a password, and all that the rules look at. */
export interface EligibilityRequest {
  readonly at: Instant;
  readonly user: Readonly<CloudUser>;
  readonly tenant: TenantView;
  /** Whether writeback is ticked on the sync server, which the tenant cannot know; it only tells causes apart. */
  readonly enabledOnServer: boolean;
  /** Whether the service ADSync runs, likewise. */
  readonly serviceRunning: boolean;
}

type TenantView = Readonly<
  Pick<TenantState, 'licences' | 'licenceEnforcement' | 'sspr' | 'writeback' | 'syncAccountBlocked'>
>;

/**
 * How long without a heartbeat until Entra ID reports the client as unreachable. One is sent every five minutes
 * (concept-sspr-writeback.md); that two must be missed is inferred.
 */
export const UNREACHABLE_AFTER: Duration = 10 * MINUTE;

/**
 * Switch, methods and writeback in the order of concept-sspr-howitworks.md; where licence and group come in is inferred
 * from the errors' numbers (troubleshoot-sspr.md), which ascend almost in this order.
 */
const RULES: readonly Rule<EligibilityRequest, EligibilityRefusal>[] = [
  {
    rule: 'sspr-disabled',
    refusal: ({ tenant }) => (tenant.sspr.scope.to === 'none' ? { rule: 'sspr-disabled' } : undefined),
  },
  {
    rule: 'licence-missing',
    refusal: ({ tenant, user }) => {
      const synchronised = user.sourceAnchor !== undefined;
      const of = tenant.licenceEnforcement;
      const licences = of === 'user' ? user.licences : tenant.licences;
      return entitlesToReset(licences, { synchronised })
        ? undefined
        : { rule: 'licence-missing', of, licences };
    },
  },
  {
    rule: 'outside-sspr-scope',
    refusal: ({ tenant: { sspr }, user }) =>
      sspr.scope.to === 'selected' && !user.groups.has(sspr.scope.group)
        ? { rule: 'outside-sspr-scope', group: sspr.scope.group }
        : undefined,
  },
  {
    rule: 'too-few-methods',
    refusal: ({ tenant: { sspr }, user }) => {
      const usable = usableMethods(sspr.methods, user.methods);
      const required = sspr.methodsRequired;
      return usable.length < required ? { rule: 'too-few-methods', usable, required } : undefined;
    },
  },
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
  onPremisesOnly('sync-account-blocked', (request) => isKnownDown(request) && isSyncAccountToBlame(request)),
  {
    rule: 'writeback-known-down',
    refusal: (request) => {
      const { lastHeartbeat } = request.tenant.writeback;
      if (request.user.sourceAnchor === undefined || lastHeartbeat === 'live') return undefined;
      return isKnownDown(request) && !isSyncAccountToBlame(request)
        ? { rule: 'writeback-known-down', lastHeartbeat }
        : undefined;
    },
  },
];

/** Down for so long that the cloud has noticed. */
function isKnownDown({ at, tenant: { writeback } }: EligibilityRequest): boolean {
  return writeback.lastHeartbeat !== 'live' && at - writeback.lastHeartbeat > UNREACHABLE_AFTER;
}

/** The service runs, and cannot get at its relays without its account. */
function isSyncAccountToBlame({ serviceRunning, tenant }: EligibilityRequest): boolean {
  return serviceRunning && tenant.syncAccountBlocked !== undefined;
}

type WritebackRule =
  | 'sync-account-blocked'
  | Exclude<Extract<EligibilityRefusal['rule'], `writeback-${string}`>, 'writeback-known-down'>;

/** A rule that only concerns passwords that are managed on-premises, and has no figures. */
function onPremisesOnly(
  rule: WritebackRule,
  applies: (request: EligibilityRequest) => boolean,
): Rule<EligibilityRequest, EligibilityRefusal> {
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

/** Every rule with its verdict, in evaluation order. */
export function explainEligibility(
  request: EligibilityRequest,
): ReturnType<typeof explainBy<EligibilityRequest, EligibilityRefusal>> {
  return explainBy(RULES, request);
}
