import type { ConnectorState } from '../connector/state.js';
import type { DomainAccount } from '../domain/account.js';
import type { DomainController, DomainState } from '../domain/state.js';
import { Candidate } from '../kernel/candidate.js';
import { parseDuration } from '../kernel/duration.js';
import { guidBytes, base64 } from '../kernel/encoding.js';
import type { Ids } from '../kernel/ids.js';
import { parseMoment, type Instant } from '../kernel/instant.js';
import type { CloudUser, SsprScope, TenantState } from '../tenant/state.js';
import type { World } from './schema.js';
import type { State } from './state.js';

type DescribedUser = World['users'][string];

/** Builds the running state from a world; relative moments count from `start`. */
export function buildState(world: World, ids: Ids, start: Instant): State {
  return {
    tenant: buildTenant(world, ids, start),
    connector: buildConnector(world, ids, start),
    domain: buildDomain(world, ids, start),
    switches: world.switches,
  };
}

function buildTenant(world: World, ids: Ids, start: Instant): TenantState {
  const { tenant, connector, switches } = world;
  const users = Object.entries(world.users).map(([name, user]) => buildCloudUser(name, user, world, ids));
  return {
    tenantId: ids.guid('tenant', tenant.initialDomain),
    initialDomain: tenant.initialDomain,
    licences: tenant.licences,
    licenceEnforcement: switches.licenceEnforcement,
    sspr: {
      scope: scopeOf(tenant.sspr.enabledFor),
      methods: new Set(tenant.sspr.methods),
      methodsRequired: tenant.sspr.methodsRequired,
    },
    writeback: {
      registration: connector.writeback === 'not in effect' ? 'never' : connector.writeback,
      portalSetting: tenant.writebackSetting,
      lastHeartbeat: isListening(connector) ? 'live' : start,
    },
    syncAccountBlockedBy: connector.syncAccount === 'works' ? undefined : 'mfa',
    textProfile: switches.textProfile,
    users: new Map(users.map((user) => [user.userPrincipalName.toLowerCase(), user])),
  };
}

function scopeOf(enabledFor: World['tenant']['sspr']['enabledFor']): SsprScope {
  return typeof enabledFor === 'string' ? { to: enabledFor } : { to: 'selected', group: enabledFor.group };
}

function isListening(connector: World['connector']): boolean {
  return connector.service === 'running' && connector.writeback === 'on';
}

function buildCloudUser(name: string, user: DescribedUser, world: World, ids: Ids): CloudUser {
  const { userPrincipalName, methods, groups, licences } = user.entra;
  return {
    objectId: ids.guid('entra-object', name),
    displayName: user.activeDirectory.displayName ?? name,
    userPrincipalName: userPrincipalName ?? `${name}@${world.tenant.initialDomain}`,
    sourceAnchor: user.cloudOnly ? undefined : base64(guidBytes(objectGuidOf(name, ids))),
    methods: new Set(methods),
    groups: new Set(groups),
    licences,
    passwordHash: currentHash(name, user, ids),
    refreshTokensValidFrom: undefined,
  };
}

function buildConnector(world: World, ids: Ids, start: Instant): ConnectorState {
  const { connector, domain, tenant } = world;
  const cloudName = `Sync_${connector.server}_${ids.hex('sync-account', connector.server).slice(0, 12)}`;
  return {
    host: `${connector.server}.${domain.dnsName}`,
    build: connector.build,
    accountName: connector.account,
    accountSid: `${domainSid(world, ids)}-${FIRST_RID}`,
    service: { running: connector.service === 'running', since: start },
    writebackEnabled: connector.writeback === 'on' || connector.writeback === 'not in effect',
    cloudConnectorName: `${tenant.initialDomain} - AAD`,
    listening: isListening(connector),
    passwordHashSync: connector.passwordHashSync,
    links: new Map(
      Object.entries(world.users)
        .filter(([, user]) => !user.cloudOnly)
        .map(([name]) => [ids.guid('entra-object', name), name.toLowerCase()]),
    ),
    cloudAccount: {
      objectId: ids.guid('entra-object', cloudName),
      userPrincipalName: `${cloudName}@${tenant.initialDomain}`,
    },
  };
}

/** Relative identifiers from here on are ordinary accounts. */
const FIRST_RID = 1103;

/** The zero after 21 marks it as nobody's: Windows draws three random words there. */
function domainSid(world: World, ids: Ids): string {
  const word = (key: string): number => ids.integer(`domain-sid-${key}`, world.domain.dnsName, 1e9, 4e9);
  return `S-1-5-21-0-${word('first')}-${word('second')}`;
}

function buildDomain(world: World, ids: Ids, start: Instant): DomainState {
  const { domain, connector } = world;
  const sid = domainSid(world, ids);
  const accounts = Object.entries(world.users)
    .filter(([, user]) => !user.cloudOnly)
    .map(([name, user], index) =>
      buildAccount(name, user, `${sid}-${FIRST_RID + 1 + index}`, world, ids, start),
    );
  const audit = domain.auditAccountManagement;
  const policy = domain.passwordPolicy;
  return {
    dnsName: domain.dnsName,
    netbiosName: domain.netbiosName,
    sid,
    controllers: buildControllers(world),
    passwordPolicy: {
      origin: `the password policy of ${domain.dnsName}`,
      historyLength: policy.history,
      maximumAge: policy.maximumAge === 'never' ? undefined : parseDuration(policy.maximumAge),
      minimumAge: parseDuration(policy.minimumAge),
      minimumLength: policy.minimumLength,
      complexity: policy.complexity,
      reversibleEncryption: policy.reversibleEncryption,
    },
    auditPolicy: { success: audit.startsWith('success'), failure: audit.endsWith('failure') },
    connectorAccountRights: connector.rights,
    accounts: new Map(accounts.map((account) => [account.samAccountName.toLowerCase(), account])),
  };
}

function buildControllers({ domain }: World): DomainState['controllers'] {
  const [first, ...others] = Object.entries(domain.controllers).map(
    ([host, { utcOffset }]): DomainController => ({
      host: `${host}.${domain.dnsName}`,
      utcOffsetMinutes: minutesOf(utcOffset),
    }),
  );
  if (first === undefined) throw new RangeError('the schema lets no domain through without a controller');
  return [first, ...others];
}

function minutesOf(offset: string): number {
  const [hours = 0, minutes = 0] = offset.slice(1).split(':').map(Number);
  return (offset.startsWith('-') ? -1 : 1) * (hours * 60 + minutes);
}

function buildAccount(
  name: string,
  user: DescribedUser,
  sid: string,
  world: World,
  ids: Ids,
  start: Instant,
): DomainAccount {
  const described = user.activeDirectory;
  const { dnsName } = world.domain;
  const displayName = described.displayName ?? name;
  return {
    samAccountName: name,
    displayName,
    userPrincipalName: described.userPrincipalName ?? `${name}@${dnsName}`,
    distinguishedName: `CN=${displayName},CN=Users,${dnsName
      .split('.')
      .map((label) => `DC=${label}`)
      .join(',')}`,
    objectGuid: objectGuidOf(name, ids),
    sid,
    options: {
      accountDisabled: described.disabled,
      passwordNotRequired: described.passwordNotRequired,
      passwordNeverExpires: described.passwordNeverExpires,
      smartcardRequired: described.smartcardRequired,
    },
    userCannotChangePassword: described.userCannotChangePassword,
    passwordLastSet:
      described.passwordLastSet === 'must change' ? undefined : parseMoment(described.passwordLastSet, start),
    expiredForWantOfRight: false,
    passwordHistory: [
      currentHash(name, user, ids),
      ...described.previousPasswords.map((text) => new Candidate(text).ntHash).toReversed(),
    ].slice(0, Math.max(world.domain.passwordPolicy.history, 1)),
    lockoutTime: described.lockedOut === undefined ? undefined : parseMoment(described.lockedOut, start),
    badPasswordCount: 0,
  };
}

function objectGuidOf(name: string, ids: Ids): string {
  return ids.guid('ad-object', name);
}

/** A password that nobody wrote down has a hash that no candidate will meet by accident. */
function currentHash(name: string, user: DescribedUser, ids: Ids): string {
  const { password } = user.activeDirectory;
  return password === undefined ? ids.hex('unknown-password', name) : new Candidate(password).ntHash;
}
