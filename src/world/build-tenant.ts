import { Candidate, type NtHash } from '../kernel/candidate.js';
import { DAY, MINUTE, parseDuration } from '../kernel/duration.js';
import { base64, guidBytes } from '../kernel/encoding.js';
import type { Ids } from '../kernel/ids.js';
import { parseMoment, type Instant } from '../kernel/instant.js';
import { entitles } from '../tenant/licences.js';
import { LOCKOUT_THRESHOLDS, NOT_LOCKED } from '../tenant/smart-lockout.js';
import { bannedLists } from '../tenant/banned-lists.js';
import type { CloudPasswords, CloudUser, SsprScope, TenantState } from '../tenant/state.js';
import {
  THROTTLE_COUNTERS,
  UNTHROTTLED,
  type ThrottleCounter,
  type ThrottleLimit,
  type ThrottlePolicy,
} from '../tenant/throttle.js';
import { cloudSignInName, currentHash, objectGuidOf, type DescribedUser } from './identities.js';
import { buildWriteback } from './build-client.js';
import type { World } from './schema.js';

/** The tenant's slice of the state. */
export function buildTenant(world: World, ids: Ids, start: Instant): TenantState {
  const { tenant, connector, switches } = world;
  const users = Object.entries(world.users).map(([name, user]) =>
    buildCloudUser(name, user, world, ids, start),
  );
  return {
    tenantId: ids.guid('tenant', tenant.initialDomain),
    initialDomain: tenant.initialDomain,
    name: tenant.name ?? tenant.initialDomain.replace(/\..*/, ''),
    cloud: tenant.cloud,
    administrator: {
      objectId: ids.guid('entra-object', 'admin'),
      userPrincipalName: `admin@${tenant.initialDomain}`,
      displayName: 'admin',
    },
    licences: tenant.licences,
    licenceEnforcement: switches.licenceEnforcement,
    sspr: buildResetPolicy(world),
    ...buildTenantSettings(world, start),
    passwords: buildCloudPasswords(world),
    smartLockout: buildSmartLockout(world),
    writeback: buildWriteback(world, start),
    syncAccountBlocked: connector.syncAccount === 'works' ? undefined : { by: 'mfa', since: start },
    textProfile: switches.textProfile,
    users: new Map(users.map((user) => [user.userPrincipalName.toLowerCase(), user])),
  };
}

function buildTenantSettings(
  { tenant, users }: World,
  start: Instant,
): Pick<
  TenantState,
  | 'throttling'
  | 'signInMethod'
  | 'temporaryPasswords'
  | 'authenticationMethods'
  | 'administratorsMayReset'
  | 'nestedGroups'
  | 'trialSince'
  | 'customDomain'
  | 'synchronises'
  | 'clientBuilds'
  | 'serviceTrouble'
  | 'directoryTrouble'
> {
  const { authenticationMethods, nestedGroups, trialSince } = tenant;
  return {
    throttling: buildThrottling(tenant.throttling),
    signInMethod: tenant.signInMethod,
    temporaryPasswords: tenant.temporaryPasswords,
    authenticationMethods: {
      migration: authenticationMethods.migration,
      methods: new Set(authenticationMethods.methods),
    },
    administratorsMayReset: tenant.administratorsMayReset,
    nestedGroups: new Map(Object.entries(nestedGroups).map(([group, inner]) => [group, new Set(inner)])),
    trialSince: trialSince === undefined ? undefined : parseMoment(trialSince, start),
    customDomain: tenant.customDomain,
    synchronises: Object.values(users).some(({ cloudOnly }) => !cloudOnly),
    clientBuilds: tenant.clientBuilds,
    serviceTrouble: tenant.serviceTrouble,
    directoryTrouble: tenant.directoryTrouble,
  };
}

function buildThrottling({ blocks, ...limits }: World['tenant']['throttling']): ThrottlePolicy {
  const limitOf = (counter: ThrottleCounter): ThrottleLimit => ({
    limit: limits[counter].limit,
    window: parseDuration(limits[counter].window),
  });
  return {
    blocks: parseDuration(blocks),
    limits: Object.fromEntries(
      THROTTLE_COUNTERS.map((counter) => [counter, limitOf(counter)]),
    ) as ThrottlePolicy['limits'],
  };
}

function scopeOf(enabledFor: World['tenant']['sspr']['enabledFor']): SsprScope {
  return typeof enabledFor === 'string' ? { to: enabledFor } : { to: 'selected', group: enabledFor.group };
}

function buildCloudUser(
  name: string,
  user: DescribedUser,
  world: World,
  ids: Ids,
  start: Instant,
): CloudUser {
  const { methods, mobilePhone, officePhone, email, groups, roles, licences } = user.entra;
  const displayName = user.activeDirectory.displayName ?? name;
  const words = displayName.split(' ').filter((word) => word !== '');
  return {
    objectId: ids.guid('entra-object', name),
    displayName,
    firstName: user.entra.firstName ?? (words.length > 1 ? words[0] : undefined),
    lastName: user.entra.lastName ?? (words.length > 1 ? words.at(-1) : undefined),
    userPrincipalName: cloudSignInName(name, user, world),
    sourceAnchor: user.cloudOnly ? undefined : base64(guidBytes(objectGuidOf(name, ids))),
    methods: new Set(methods),
    contact: { mobilePhone, officePhone, email },
    securityQuestions: user.entra.securityQuestions ?? world.tenant.sspr.questionsToRegister,
    confirmed: methods.length === 0 ? undefined : parseMoment(user.entra.confirmed, start),
    mail: user.entra.mail,
    groups: new Set(groups),
    roles: new Set(roles),
    smartLockout: NOT_LOCKED,
    throttle: UNTHROTTLED,
    licences,
    passwordHash: cloudHash(name, user, world, ids),
    mustChangePassword: user.entra.mustChangePassword,
    passwordSet: parseMoment(user.entra.passwordSet, start),
    passwordNeverExpires: user.entra.passwordNeverExpires,
    writtenInCloudAlone: undefined,
    enabled: true,
    refreshTokensValidFrom: undefined,
  };
}

/** Without the licence for it, and in 21Vianet, threshold and duration are the documented ones. */
function buildSmartLockout({ tenant }: World): TenantState['smartLockout'] {
  const { threshold, duration, growth, longest } = tenant.smartLockout;
  const standard = LOCKOUT_THRESHOLDS[tenant.cloud];
  const own = tenant.cloud !== '21Vianet' && entitles(tenant.licences, 'own figures of smart lockout');
  return {
    threshold: own ? (threshold ?? standard) : standard,
    duration: own ? parseDuration(duration) : MINUTE,
    growth,
    longest: parseDuration(longest),
  };
}

function buildResetPolicy({ tenant: { sspr }, switches }: World): TenantState['sspr'] {
  return {
    policyDefined: sspr.policyDefined,
    scope: scopeOf(sspr.enabledFor),
    methods: new Set(sspr.methods),
    methodsRequired: sspr.methodsRequired,
    questions: { toRegister: sspr.questionsToRegister, toReset: sspr.questionsToReset },
    notifications: {
      users: sspr.notifyUsers,
      administrators: sspr.notifyAdministrators,
      administratorsNotified: switches.administratorsNotified,
    },
    helpdesk: sspr.helpdesk,
    registration: {
      required: sspr.registrationRequired,
      reconfirmAfter: sspr.reconfirmAfter === 0 ? undefined : sspr.reconfirmAfter * DAY,
    },
    sessionLives: parseDuration(sspr.sessionLives),
    codeLives: parseDuration(sspr.codeLives),
  };
}

/** Without password hash synchronisation the cloud has no password of a user whose domain does not need one there. */
function cloudHash(
  name: string,
  user: DescribedUser,
  { connector, tenant }: World,
  ids: Ids,
): NtHash | undefined {
  const { password } = user.entra;
  if (password !== undefined) return new Candidate(password).ntHash;
  const sent = user.cloudOnly || connector.passwordHashSync || tenant.signInMethod === 'password hash sync';
  return sent ? currentHash(name, user, ids) : undefined;
}

function buildCloudPasswords({ tenant }: World): CloudPasswords {
  const { customBannedPasswords, enforceCustomList } = tenant.passwordProtection;
  return {
    categoriesRequired: !tenant.education,
    expireAfter:
      tenant.passwordsExpireAfter === 'never' ? undefined : parseDuration(tenant.passwordsExpireAfter),
    expireForSynchronised: tenant.enforceCloudPolicyForSynchronised,
    customListEnforced: enforceCustomList,
    lists: bannedLists(customBannedPasswords),
  };
}

/** Whether anybody answers when the story begins. */
export function isListening(connector: World['connector']): boolean {
  return connector.service === 'running' && connector.writeback === 'on';
}
