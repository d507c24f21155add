import type { ConnectorState } from '../connector/state.js';
import type { DomainAccount } from '../domain/account.js';
import type { PasswordFilter } from '../domain/password-filter.js';
import { resultantPolicy, type PolicyDirectory } from '../domain/resultant-policy.js';
import type { DomainController, DomainState } from '../domain/state.js';
import type { Replica } from '../domain/replica.js';
import { partnersInSite } from '../domain/replication-topology.js';
import { Candidate } from '../kernel/candidate.js';
import { parseDuration } from '../kernel/duration.js';
import type { Ids } from '../kernel/ids.js';
import { parseMoment, type Instant } from '../kernel/instant.js';
import { skewIn } from './clock-skew.js';
import { buildDomainPolicy, buildFilters, buildFineGrainedPolicies, buildGroups } from './build-policies.js';
import { buildAuditPolicy } from './audit-policy-schema.js';
import { buildDescriptor, excludedGroups, buildDirectory, containerDn } from './build-directory.js';
import { buildTenant } from './build-tenant.js';
import { buildClient } from './build-client.js';
import { commonName, domainDn } from './distinguished-names.js';
import { cloudSignInName, currentHash, objectGuidOf, type DescribedUser } from './identities.js';
import type { World } from './schema.js';
import type { State } from './state.js';

/** Builds the running state from a world; relative moments count from `start`. Functions cannot stand in a world. */
export function buildState(
  world: World,
  ids: Ids,
  start: Instant,
  moreFilters: readonly PasswordFilter[] = [],
): State {
  return {
    tenant: buildTenant(world, ids, start),
    connector: buildConnector(world, ids, start),
    domain: buildDomain(world, ids, start, moreFilters),
    people: buildPeople(world),
    switches: world.switches,
  };
}

function buildPeople(world: World): State['people'] {
  return new Map(
    Object.entries(world.users).map(([name, user]) => {
      const key = name.toLowerCase();
      const userPrincipalName = cloudSignInName(name, user, world);
      return [key, { userPrincipalName, account: user.cloudOnly ? undefined : key }];
    }),
  );
}

function buildConnector(world: World, ids: Ids, start: Instant): ConnectorState {
  const { connector, domain, tenant } = world;
  const server = connector.server ?? Object.keys(domain.controllers)[0] ?? '';
  const suffix = ids.hex('sync-account', server).slice(0, 12);
  const cloudName = `Sync_${server}_${suffix}`;
  const application = `ConnectSyncProvisioning_${server}_${suffix}`;
  return {
    host: `${server}.${domain.dnsName}`,
    build: connector.build,
    accountName: connector.account,
    accountSid: `${domainSid(world, ids)}-${FIRST_RID}`,
    service: { running: connector.service === 'running', since: start },
    writebackEnabled: connector.writeback === 'on' || connector.writeback === 'not in effect',
    forestConnectorId: ids.guid('connector', domain.dnsName),
    cloudConnectorName: `${tenant.initialDomain} - AAD`,
    ...buildClient(world, ids, start),
    preferredControllers: { names: connector.preferredControllers, since: undefined, before: [] },
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
    cloudApplication: {
      displayName: application,
      servicePrincipalId: ids.guid('entra-object', application),
    },
    identity: connector.identity,
  };
}

/** The connector account's relative identifier; from here on they are ordinary accounts. */
const FIRST_RID = 1103;
const LAST_RID = 99_999;

/** Hashed from the name, so that one more user shifts nobody else's; the next free one where two meet. */
function ridOf(name: string, ids: Ids, taken: Set<number>): number {
  let rid = ids.integer('rid', name.toLowerCase(), FIRST_RID + 1, LAST_RID);
  while (taken.has(rid)) rid = rid === LAST_RID ? FIRST_RID + 1 : rid + 1;
  taken.add(rid);
  return rid;
}

/** The zero after 21 marks it as nobody's: Windows draws three random words there. */
function domainSid(world: World, ids: Ids): string {
  const word = (key: string): number => ids.integer(`domain-sid-${key}`, world.domain.dnsName, 1e9, 4e9);
  return `S-1-5-21-0-${word('first')}-${word('second')}`;
}

function buildDomain(
  world: World,
  ids: Ids,
  start: Instant,
  moreFilters: readonly PasswordFilter[],
): DomainState {
  const { domain } = world;
  const sid = domainSid(world, ids);
  const directory: PolicyDirectory = {
    passwordPolicy: buildDomainPolicy(domain.passwordPolicy, `the password policy of ${domain.dnsName}`),
    fineGrainedPolicies: buildFineGrainedPolicies(world, ids),
    groups: buildGroups(world),
  };
  const taken = new Set<number>();
  const tree = buildDirectory(world);
  const accounts = Object.entries(world.users)
    .filter(([, user]) => !user.cloudOnly)
    .map(([name, user]) =>
      buildAccount(name, user, `${sid}-${ridOf(name, ids, taken)}`, world, directory, ids, start),
    );
  return {
    dnsName: domain.dnsName,
    netbiosName: domain.netbiosName,
    sid,
    controllers: buildControllers(world, ids, { ...directory, directory: tree }),
    clockSkews: buildClockSkews(world),
    ...buildDelays(world, directory.passwordPolicy),
    filters: buildFilters(world, moreFilters),
    auditPolicy: buildAuditPolicy(domain.auditPolicy),
    permissionDelay: parseDuration(domain.permissionDelay),
    sdPropSince: start,
    accounts: new Map(accounts.map((account) => [account.samAccountName.toLowerCase(), account])),
  };
}

/** Only of machines whose clocks are off. A sync server on a domain controller has that one's clock. */
function buildClockSkews({ domain, connector }: World): DomainState['clockSkews'] {
  const off = Object.entries(domain.controllers).map(([name, { clockSkew }]) => [name, clockSkew] as const);
  if (connector.server !== undefined && domain.controllers[connector.server] === undefined) {
    off.push([connector.server, connector.clockSkew]);
  }
  return new Map(
    off
      .map(([name, text]) => [`${name}.${domain.dnsName}`, skewIn(text)] as const)
      .filter(([, skew]) => skew !== 0),
  );
}

function buildDelays(
  { domain }: World,
  groupPolicy: DomainState['groupPolicy'],
): Pick<DomainState, 'replication' | 'chores' | 'groupPolicy' | 'groupPolicyRefresh'> {
  const { firstPartner, furtherPartners, catchUp } = domain.replication;
  return {
    replication: {
      firstPartner: parseDuration(firstPartner),
      furtherPartners: parseDuration(furtherPartners),
      catchUp: parseDuration(catchUp),
    },
    chores: [],
    groupPolicy,
    groupPolicyRefresh: parseDuration(domain.groupPolicyRefresh),
  };
}

function buildControllers(
  { domain }: World,
  ids: Ids,
  replica: Omit<Replica, 'accounts' | 'stamps'>,
): DomainState['controllers'] {
  const described = Object.entries(domain.controllers);
  const partners = partnersInSite(described.map(([, { readOnly }]) => readOnly));
  const [first, ...others] = described.map(
    ([host, { utcOffset, locale, readOnly, online }], position): DomainController => ({
      host: `${host}.${domain.dnsName}`,
      position,
      samDenials: [],
      dsa: ids.guid('directory-service-agent', host),
      utcOffsetMinutes: minutesOf(utcOffset),
      locale,
      readOnly,
      online,
      replica: { ...replica, accounts: new Map(), stamps: new Map() },
      permissionsInForce: replica.directory,
      propagating: [],
      changes: [],
      partners: (partners[position] ?? []).map((to) => ({ to, seen: 0, due: undefined })),
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
  directory: PolicyDirectory,
  ids: Ids,
  start: Instant,
): DomainAccount {
  const described = user.activeDirectory;
  const { dnsName } = world.domain;
  const displayName = described.displayName ?? name;
  const container = containerDn(described.organizationalUnit, domainDn(dnsName));
  const { historyLength } = resultantPolicy(directory, name, world.switches).policy;
  return {
    samAccountName: name,
    displayName,
    userPrincipalName: described.userPrincipalName ?? `${name}@${dnsName}`,
    distinguishedName: `${commonName(displayName)},${container}`,
    container: container.toLowerCase(),
    objectGuid: objectGuidOf(name, ids),
    sid,
    options: {
      accountDisabled: described.disabled,
      passwordNotRequired: described.passwordNotRequired,
      passwordNeverExpires: described.passwordNeverExpires,
      smartcardRequired: described.smartcardRequired,
    },
    accountExpires:
      described.accountExpires === undefined ? undefined : parseMoment(described.accountExpires, start),
    passwordLastSet:
      described.passwordLastSet === 'must change' ? undefined : parseMoment(described.passwordLastSet, start),
    ...buildDescriptor(name, described, world.connector, directory.groups, excludedGroups(world)),
    lockLeftBehind: undefined,
    expiredFor: undefined,
    changedByOwner: false,
    passwordHistory: [
      currentHash(name, user, ids),
      ...described.previousPasswords.map((text) => new Candidate(text).ntHash).toReversed(),
    ].slice(0, Math.max(historyLength, 1)),
    lockoutTime: described.lockedOut === undefined ? undefined : parseMoment(described.lockedOut, start),
    badPasswordCount: 0,
    badPasswordTime: undefined,
    stamps: NEVER_WRITTEN,
  };
}

/** Shared by all who have no stamps yet. */
const NEVER_WRITTEN: DomainAccount['stamps'] = {};
