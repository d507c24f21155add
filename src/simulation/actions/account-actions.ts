import { hashSyncAfter } from '../../attempt/password-hash-sync.js';
import { at } from '../../attempt/stage.js';
import { ownChange } from '../../domain/access-directory.js';
import type { DomainAccount } from '../../domain/account.js';
import { resetAccessed } from '../../domain/audited-access.js';
import { UNLOCKED } from '../../domain/lockout.js';
import { decidePassword, type PolicyRefusal } from '../../domain/password-rules.js';
import { shortPasswordFacts } from '../../domain/password-length.js';
import { agentSaid } from '../../domain/screened-fact.js';
import { resultantPolicy } from '../../domain/resultant-policy.js';
import { samAccountControl } from '../../domain/user-account-control.js';
import { passwordWritten } from '../../domain/write-password.js';
import { Candidate } from '../../kernel/candidate.js';
import { MILLISECOND } from '../../kernel/duration.js';
import type { Action, PartyFact } from '../../world/action.js';
import { ACCOUNT_OPTIONS, setExpiry, setOption, type AccountOption } from './account-options.js';
import {
  AFTER_4724,
  changed,
  clockOf,
  controlReplaced,
  operation,
  told,
  write,
  type AccountPlace,
  type Facts,
} from './account-place.js';
import { accountNamed, writableNamed } from './domain-names.js';
import { exportObjects } from './object-sync.js';
import type { AtController } from './permission-actions.js';

const WITHOUT_MORE = ['unlock', 'disable-account', 'enable-account', 'require-password-change'] as const;

/** What an administrator does to an account in Active Directory Users and Computers. */
export type AccountAction = AtController &
  (
    | { readonly action: (typeof WITHOUT_MORE)[number]; readonly user: string }
    | {
        readonly action: 'set-option' | 'clear-option';
        readonly user: string;
        readonly option: AccountOption;
      }
    | { readonly action: 'set-account-expiry'; readonly user: string; readonly expires: string }
    | {
        readonly action: 'set-password';
        readonly user: string;
        readonly newPassword: string;
        /** "User must change password at next logon", in the same dialog. */
        readonly mustChange?: boolean | undefined;
      }
  );

const NAMES: ReadonlySet<string> = new Set<AccountAction['action']>([
  ...WITHOUT_MORE,
  'set-option',
  'clear-option',
  'set-account-expiry',
  'set-password',
]);

export function isAccountAction(doing: { readonly action: string }): doing is AccountAction {
  return NAMES.has(doing.action);
}

/** What is done, in the words that follow "an administrator". */
export function sayAccountAction(doing: AccountAction): string {
  const { user } = doing;
  switch (doing.action) {
    case 'unlock':
      return `unlocks ${user}`;
    case 'disable-account':
      return `disables ${user}`;
    case 'enable-account':
      return `enables ${user}`;
    case 'require-password-change':
      return `makes ${user} change the password at the next logon`;
    case 'set-option':
      return `ticks "${ACCOUNT_OPTIONS[doing.option]}" of ${user}`;
    case 'clear-option':
      return `clears "${ACCOUNT_OPTIONS[doing.option]}" of ${user}`;
    case 'set-account-expiry':
      return doing.expires === 'never'
        ? `lets the account of ${user} never expire`
        : `lets the account of ${user} expire: ${doing.expires}`;
    case 'set-password':
      return doing.mustChange === true
        ? `resets the password of ${user} on-premises, to be changed at the next logon`
        : `resets the password of ${user} on-premises`;
  }
}

/** The action itself: at once, with the records that a domain controller keeps of it. */
export function accountAction(doing: AccountAction): Action {
  return {
    apply: (state, now) => {
      const controller = writableNamed(state, doing.at);
      const account = accountNamed(state, doing.user, controller);
      const place = { state, controller, account, now };
      const facts = act(doing, place);
      const after = accountNamed(state, doing.user, controller);
      return { facts, later: [...hashSync(place, after), ...exportObjects(state, now)] };
    },
  };
}

/** What password hash synchronisation will make of a password that is another than before. */
function hashSync(place: AccountPlace, after: DomainAccount): ReturnType<typeof hashSyncAfter> {
  const { state, account, now } = place;
  const [hash] = after.passwordHistory;
  const key = after.samAccountName.toLowerCase();
  const user = state.people.get(key)?.userPrincipalName.toLowerCase();
  if (hash === undefined || hash === account.passwordHistory[0] || user === undefined) return [];
  const stream = `${user}/hash of ${now}`;
  return hashSyncAfter(state, {
    account: key,
    user,
    hash,
    at: now,
    clock: clockOf(place),
    stream,
    byWriteback: false,
  });
}

function act(doing: AccountAction, place: AccountPlace): Facts {
  switch (doing.action) {
    case 'unlock':
      return unlock(place);
    case 'disable-account':
    case 'enable-account':
      return switchAccount(place, doing.action === 'disable-account');
    case 'require-password-change':
      return setOption(place, 'mustChangePassword', true);
    case 'set-option':
    case 'clear-option':
      return setOption(place, doing.option, doing.action === 'set-option');
    case 'set-account-expiry':
      return setExpiry(place, doing.expires);
    case 'set-password':
      return setPassword(place, doing.newPassword, doing.mustChange === true);
  }
}

/** Writes lockoutTime = 0, which also forgets wrong passwords; whether the log tells of it where nothing was locked is open. */
function unlock(place: AccountPlace): Facts {
  const { lockoutTime } = place.account;
  write(place, UNLOCKED);
  if (lockoutTime === undefined && place.state.switches.unlockWithoutLock === 'no record') return [];
  return [told(place, { kind: 'account-unlocked', ...operation(place) })];
}

/** The menu offers only the one or the other; a script that asks for what is so already changes nothing. */
function switchAccount(place: AccountPlace, accountDisabled: boolean): Facts {
  const { options } = place.account;
  if (options.accountDisabled === accountDisabled) return [];
  const after = { ...options, accountDisabled };
  write(place, { options: after });
  const kind = accountDisabled ? 'account-disabled' : 'account-enabled';
  const accountControl = { before: samAccountControl(options), after: samAccountControl(after) };
  return [
    ...controlReplaced(place, after),
    told(place, { kind, ...operation(place) }),
    changed(place, { accountControl }),
  ];
}

/** A plain reset by somebody who may do everything; the cloud hears of it like of any other change. */
function setPassword(place: AccountPlace, newPassword: string, mustChange: boolean): Facts {
  const { state, controller, account } = place;
  const clock = clockOf(place);
  const { policy } = resultantPolicy(controller.replica, account.samAccountName, state.switches);
  const candidate = new Candidate(newPassword);
  const decision = decidePassword({
    kind: 'plain reset',
    at: clock,
    candidate,
    account,
    ownChange: ownChange(controller.permissionsInForce, account, controller.replica.groups),
    policy,
    switches: state.switches,
    filters: state.domain.filters,
  });
  const refused = decision.allowed ? undefined : decision.refusal.rule;
  const { subject } = operation(place);
  const { domain } = state;
  const before = [
    ...resetAccessed(domain.auditPolicy, subject, account, true),
    ...agentSaid(domain.filters.agent, candidate, account, refused),
  ].map((fact) => at<PartyFact>(controller.host, fact));
  const reset = (refusedBy?: PolicyRefusal['rule']): ReturnType<typeof told> =>
    told(place, {
      kind: 'password-reset-attempted',
      ...operation(place, refusedBy === undefined),
      refusedBy,
    });
  if (!decision.allowed) return [...before, reset(decision.refusal.rule)];
  const { historyLength } = policy;
  const written = {
    at: clock,
    hash: candidate.ntHash,
    historyLength,
    callerMayUnexpire: true,
    isChange: false,
  };
  write(place, passwordWritten(account, written));
  const short = shortPasswordFacts(controller.replica.passwordPolicy, candidate, account.samAccountName);
  const facts = [
    ...before,
    reset(),
    changed(place, { passwordLastSet: clock }),
    ...short.map((fact) => at<PartyFact>(controller.host, fact, AFTER_4724)),
  ];
  // A second write, which does nothing while the password never expires (Microsoft: pwdLastSet attribute).
  if (mustChange && !account.options.passwordNeverExpires) {
    write(place, { passwordLastSet: undefined });
    facts.push(changed(place, { passwordLastSet: 'never' }, MUST_CHANGE_AFTER));
  }
  return facts;
}

/** How long after the reset its dialog writes pwdLastSet = 0; inferred: the distance of other records of one operation. */
const MUST_CHANGE_AFTER = 2 * MILLISECOND;
