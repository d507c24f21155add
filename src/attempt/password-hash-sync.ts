import { atLeast } from '../connector/build-number.js';
import { cloudIdentity } from '../connector/cloud-identity.js';
import type { PasswordHashAccepted } from '../connector/facts.js';
import type { DomainAccount } from '../domain/account.js';
import { accountAt } from '../domain/replica.js';
import type { Emitted } from '../kernel/fact.js';
import type { NtHash } from '../kernel/candidate.js';
import { HOUR, MILLISECOND, MINUTE } from '../kernel/duration.js';
import type { Instant } from '../kernel/instant.js';
import type { CloudApplication, CloudPrincipal } from '../tenant/facts.js';
import { SYNC_ACCOUNT_NAME } from '../tenant/sign-in-log.js';
import type { CloudUser } from '../tenant/state.js';
import type { Action, PartyFact, Scheduled } from '../world/action.js';
import type { State, View } from '../world/state.js';
import { controllerInUse } from './connector-access.js';
import { at } from './stage.js';
import { ENTRA_HOST } from './tenant-facts.js';

/** How often changed passwords are asked for (how-to-connect-password-hash-synchronization.md). */
const POLL_INTERVAL = 2 * MINUTE;

/** A password that was just written on-premises, by whomever. */
export interface WrittenOnPremises {
  /** Key of the account. */
  readonly account: string;
  /** Key of the user in the tenant. */
  readonly user: string;
  readonly hash: NtHash;
  readonly at: Instant;
  /** When it was by the clock of the domain controller that wrote it. */
  readonly clock: Instant;
  /** The row of facts that the echo stands in. */
  readonly stream: string;
  /** Writeback has given the cloud its password already: its echo goes up whatever pwdLastSet says (inferred). */
  readonly byWriteback: boolean;
}

/** At its next poll the sync server finds the new hash and sends it up. */
export function hashSyncAfter({ connector }: View, written: WrittenOnPremises): readonly Scheduled[] {
  if (!connector.passwordHashSync) return [];
  const polls = Math.floor((written.at - connector.service.since) / POLL_INTERVAL) + 1;
  return [{ at: connector.service.since + polls * POLL_INTERVAL, action: poll(written) }];
}

function poll(written: WrittenOnPremises): Action {
  const action: Action = {
    apply: (state, now) => {
      const account = accountAt(state.domain, controllerInUse(state), written.account);
      const user = state.tenant.users.get(written.user);
      const { connector, tenant } = state;
      if (account === undefined || user === undefined || !isLinked(state, user, written)) return NOTHING;
      const again = { facts: [], later: [{ at: now + POLL_INTERVAL, action }] };
      if (!connector.service.running || tenant.syncAccountBlocked !== undefined) return again;
      if (connector.faults.rpc === 'blocked') return { ...again, facts: [failed(state, written)] };
      if (account.passwordHistory[0] !== written.hash) {
        return isOnItsWay(account, written, now) ? again : NOTHING;
      }
      const temporary = account.passwordLastSet === undefined && !written.byWriteback;
      if (temporary && !tenant.temporaryPasswords) return NOTHING;
      user.passwordHash = written.hash;
      // The echo of a writeback carries what the cloud has asked for itself, and nothing that a missing right left behind.
      user.mustChangePassword =
        account.passwordLastSet === undefined && (!written.byWriteback || user.mustChangePassword);
      user.passwordSet = account.passwordLastSet ?? now;
      user.refreshTokensValidFrom = now;
      return { facts: echo(state, account, user, written, now) };
    },
  };
  return action;
}

/** Hashes are asked for by replication, which is RPC (rpc-errors-affecting-aadconnect.md). */
function failed({ connector, domain }: State, { stream }: WrittenOnPremises): Emitted<PartyFact> {
  const body = { kind: 'password-hash-sync-failed', domain: domain.dnsName } as const;
  return { ...at<PartyFact>(connector.host, body), stream };
}

const NOTHING = { facts: [] };

function isLinked({ connector }: State, { objectId }: CloudUser, { account }: WrittenOnPremises): boolean {
  return connector.links.get(objectId) === account;
}

/** Another hash is either later than this one, which then has nothing to send, or the domain controller waits for it. */
function isOnItsWay({ passwordLastSet }: DomainAccount, written: WrittenOnPremises, now: Instant): boolean {
  return (
    passwordLastSet !== undefined && passwordLastSet < written.clock && now - written.at < LONGEST_REPLICATION
  );
}

/** After this a hash that has not arrived has lost against another. */
const LONGEST_REPLICATION = 24 * HOUR;

function echo(
  state: State,
  account: DomainAccount,
  { objectId, userPrincipalName, displayName, sourceAnchor = '' }: CloudUser,
  written: WrittenOnPremises,
  now: Instant,
): NonNullable<ReturnType<Action['apply']>['facts']> {
  const { connector } = state;
  const whose = { sourceAnchor, distinguishedName: account.distinguishedName };
  const user: CloudPrincipal = { objectId, userPrincipalName, displayName };
  return [
    at<PartyFact>(connector.host, { kind: 'password-hash-seen', ...whose, changed: written.clock }),
    at<PartyFact>(
      ENTRA_HOST,
      { kind: 'cloud-password-written', user, as: 'synchronisation', by: syncActor(state, now) },
      350 * MILLISECOND,
    ),
    at<PartyFact>(
      connector.host,
      { kind: 'password-hash-accepted', ...whose, options: optionsTold(state, account) },
      500 * MILLISECOND,
    ),
  ].map((fact) => ({ ...fact, stream: written.stream }));
}

/** As whom the synchronisation service writes to the cloud. */
function syncActor({ connector }: State, now: Instant): CloudPrincipal | CloudApplication {
  return cloudIdentity(connector, now) === 'application'
    ? connector.cloudApplication
    : { ...connector.cloudAccount, displayName: SYNC_ACCOUNT_NAME.text };
}

/**
 * The build that brought temporary passwords (tshoot-connect-password-hash-synchronization.md); that its event tells of
 * them is inferred.
 */
const TELLS_OPTIONS = '2.0.3.0';

function optionsTold({ connector, domain }: State, account: DomainAccount): PasswordHashAccepted['options'] {
  if (!atLeast(connector.build, TELLS_OPTIONS)) return undefined;
  return {
    mustChange: account.passwordLastSet === undefined,
    partition: domain.dnsName.toUpperCase(),
    connectorId: connector.forestConnectorId,
  };
}
