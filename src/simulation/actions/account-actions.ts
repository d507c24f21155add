import { hashSyncAfter } from '../../attempt/password-hash-sync.js';
import { at } from '../../attempt/stage.js';
import { ownChange } from '../../domain/access-directory.js';
import type { AccountChange, DomainAccount } from '../../domain/account.js';
import { audits } from '../../domain/audit-policy.js';
import { INTEGER_SYNTAX, resetAccessed, valueReplaced } from '../../domain/audited-access.js';
import type { AccountFact } from '../../domain/facts.js';
import { UNLOCKED } from '../../domain/lockout.js';
import { shortPasswordFacts } from '../../domain/password-length.js';
import { decidePassword } from '../../domain/password-rules.js';
import { resultantPolicy } from '../../domain/resultant-policy.js';
import { agentSaid } from '../../domain/screened-fact.js';
import { samAccountControl, userAccountControl } from '../../domain/user-account-control.js';
import { writeAccount } from '../../domain/originating-write.js';
import type { DomainController } from '../../domain/state.js';
import { passwordWritten } from '../../domain/write-password.js';
import { Candidate } from '../../kernel/candidate.js';
import { MILLISECOND } from '../../kernel/duration.js';
import type { Emitted } from '../../kernel/fact.js';
import type { Instant } from '../../kernel/instant.js';
import type { Action, PartyFact } from '../../world/action.js';
import type { State } from '../../world/state.js';
import { accountNamed, writableNamed } from './domain-names.js';
import type { AtController } from './permission-actions.js';
import { exportObjects } from './object-sync.js';

const WITHOUT_MORE = ['unlock', 'disable-account', 'enable-account', 'require-password-change'] as const;

/** What an administrator does to an account in Active Directory Users and Computers. */
export type AccountAction = AtController &
  (
    | { readonly action: (typeof WITHOUT_MORE)[number]; readonly user: string }
    | { readonly action: 'set-password'; readonly user: string; readonly newPassword: string }
  );

export function isAccountAction(doing: { readonly action: string }): doing is AccountAction {
  return doing.action === 'set-password' || WITHOUT_MORE.some((name) => name === doing.action);
}

/** What is done, in the words that follow "an administrator". */
export function sayAccountAction({ action, user }: AccountAction): string {
  switch (action) {
    case 'unlock':
      return `unlocks ${user}`;
    case 'disable-account':
      return `disables ${user}`;
    case 'enable-account':
      return `enables ${user}`;
    case 'require-password-change':
      return `makes ${user} change the password at the next logon`;
    case 'set-password':
      return `resets the password of ${user} on-premises`;
  }
}

/** The action itself: at once, with the records that a domain controller keeps of it. */
export function accountAction(doing: AccountAction): Action {
  return {
    apply: (state, now) => {
      const controller = writableNamed(state, doing.at);
      const account = accountNamed(state, doing.user, controller);
      const place = { state, controller, account };
      const facts = act(doing, place, now);
      const after = accountNamed(state, doing.user, controller);
      return { facts, later: [...hashSync(place, after, now), ...exportObjects(state, now)] };
    },
  };
}

/** What password hash synchronisation will make of a password that is another than before. */
function hashSync(
  { state, account }: Place,
  after: DomainAccount,
  now: Instant,
): ReturnType<typeof hashSyncAfter> {
  const [hash] = after.passwordHistory;
  const key = after.samAccountName.toLowerCase();
  const user = state.people.get(key)?.userPrincipalName.toLowerCase();
  if (hash === undefined || hash === account.passwordHistory[0] || user === undefined) return [];
  const stream = `${user}/hash of ${now}`;
  return hashSyncAfter(state, { account: key, user, hash, at: now, stream, byWriteback: false });
}

function act(doing: AccountAction, place: Place, now: Instant): readonly Emitted<PartyFact>[] {
  const { state, controller, account } = place;
  switch (doing.action) {
    case 'unlock': {
      write(place, UNLOCKED, now);
      return [told(place, { kind: 'account-unlocked', ...operation(place) })];
    }
    case 'disable-account':
    case 'enable-account': {
      const accountDisabled = doing.action === 'disable-account';
      const before = samAccountControl(account.options);
      const options = { ...account.options, accountDisabled };
      write(place, { options }, now);
      const kind = accountDisabled ? 'account-disabled' : 'account-enabled';
      const accountControl = { before, after: samAccountControl(options) };
      const attribute = {
        attribute: 'userAccountControl',
        syntaxOid: INTEGER_SYNTAX,
        before: String(userAccountControl(account.options)),
        after: String(userAccountControl(options)),
      };
      const { auditPolicy, dnsName } = state.domain;
      const replaced = valueReplaced(auditPolicy, dnsName, operation(place).subject, account, attribute);
      return [
        ...replaced.map((fact) => at<PartyFact>(controller.host, fact)),
        told(place, { kind, ...operation(place) }),
        changed(place, { accountControl }),
      ];
    }
    case 'require-password-change': {
      // Without effect while the password never expires (Microsoft: pwdLastSet attribute).
      if (account.options.passwordNeverExpires) return [];
      write(place, { passwordLastSet: undefined }, now);
      return [changed(place, { passwordLastSet: 'never' })];
    }
    case 'set-password': {
      const { policy } = resultantPolicy(controller.replica, account.samAccountName, state.switches);
      const candidate = new Candidate(doing.newPassword);
      const { switches, domain } = state;
      const { filters } = domain;
      const asked = {
        kind: 'plain reset',
        at: now,
        candidate,
        account,
        ownChange: ownChange(controller.permissionsInForce, account, controller.replica.groups),
        policy,
        switches,
        filters,
      } as const;
      const decision = decidePassword(asked);
      const refusedBy = decision.allowed ? undefined : decision.refusal.rule;
      const { subject } = operation(place);
      const { host } = controller;
      const before = [
        ...resetAccessed(domain.auditPolicy, subject, account, true),
        ...agentSaid(filters.agent, candidate, account, refusedBy),
      ].map((fact) => at<PartyFact>(host, fact));
      if (!decision.allowed) {
        const refused = { kind: 'password-reset-attempted', refusedBy: decision.refusal.rule } as const;
        const audited = audits(domain.auditPolicy, 'userAccountManagement', false);
        return [...before, told(place, { ...refused, ...operation(place), audited })];
      }
      const { historyLength } = policy;
      const written = { at: now, hash: candidate.ntHash, historyLength, callerMayUnexpire: true };
      write(place, passwordWritten(account, written), now);
      const reset = { kind: 'password-reset-attempted', refusedBy: undefined } as const;
      const { passwordPolicy } = controller.replica;
      const short = shortPasswordFacts(passwordPolicy, candidate, account.samAccountName);
      return [
        ...before,
        told(place, { ...reset, ...operation(place) }),
        changed(place, { passwordLastSet: now }),
        ...short.map((fact) => at<PartyFact>(host, fact, AFTER_4724)),
      ];
    }
  }
}

/** An account at a domain controller. */
interface Place {
  readonly state: State;
  readonly controller: DomainController;
  readonly account: DomainAccount;
}

function write({ state, controller, account }: Place, change: AccountChange, now: Instant): void {
  writeAccount(state.domain, controller, account, change, now);
}

function operation({
  state: { domain },
  account,
}: Place): Omit<Extract<AccountFact, { kind: 'account-unlocked' }>, 'kind'> {
  const { netbiosName, sid, auditPolicy } = domain;
  return {
    subject: { name: 'Administrator', domain: netbiosName, sid: `${sid}-500` },
    target: { name: account.samAccountName, domain: netbiosName, sid: account.sid },
    audited: audits(auditPolicy, 'userAccountManagement', true),
  };
}

function told({ controller }: Place, fact: AccountFact): Emitted<PartyFact> {
  return at(controller.host, fact);
}

function changed(
  place: Place,
  what: Pick<Extract<AccountFact, { kind: 'account-changed' }>, 'passwordLastSet' | 'accountControl'>,
): Emitted<PartyFact> {
  const { host, utcOffsetMinutes } = place.controller;
  const fact = { kind: 'account-changed', ...operation(place), ...what, utcOffsetMinutes } as const;
  return at(host, fact, AFTER_4724);
}

/** As far apart as the two records of the one real pair that is public. */
const AFTER_4724 = 0.67 * MILLISECOND;
