import { at } from '../../attempt/stage.js';
import type { AccountChange, AccountOptions, DomainAccount } from '../../domain/account.js';
import { audits } from '../../domain/audit-policy.js';
import { INTEGER_SYNTAX, valueReplaced } from '../../domain/audited-access.js';
import { userAccountControl } from '../../domain/user-account-control.js';
import type { AccountFact } from '../../domain/facts.js';
import { clockAt } from '../../domain/machine-clock.js';
import { writeAccount } from '../../domain/originating-write.js';
import type { DomainController } from '../../domain/state.js';
import { MILLISECOND, type Duration } from '../../kernel/duration.js';
import type { Emitted } from '../../kernel/fact.js';
import type { Instant } from '../../kernel/instant.js';
import type { PartyFact } from '../../world/action.js';
import type { State } from '../../world/state.js';

/** An account at the domain controller at which an administrator works on it. */
export interface AccountPlace {
  readonly state: State;
  readonly controller: DomainController;
  readonly account: DomainAccount;
  readonly now: Instant;
}

export type Facts = readonly Emitted<PartyFact>[];

type Operation = Omit<Extract<AccountFact, { kind: 'account-unlocked' }>, 'kind'>;
type What = Omit<
  Extract<AccountFact, { kind: 'account-changed' }>,
  keyof Operation | 'kind' | 'utcOffsetMinutes' | 'locale'
>;

/** The time by the clock of that domain controller. */
export function clockOf({ state, controller, now }: AccountPlace): Instant {
  return clockAt(state.domain, controller, now);
}

/** Writes to the account there, and says what it is afterwards. */
export function write(
  { state, controller, account, now }: AccountPlace,
  change: AccountChange,
): DomainAccount {
  return writeAccount(state.domain, controller, account, change, now);
}

/** Who did something to whom, and whether the audit policy keeps it. */
export function operation({ state: { domain }, account }: AccountPlace, succeeded = true): Operation {
  const { netbiosName, sid, auditPolicy } = domain;
  return {
    subject: { name: 'Administrator', domain: netbiosName, sid: `${sid}-500` },
    target: { name: account.samAccountName, domain: netbiosName, sid: account.sid },
    audited: audits(auditPolicy, 'userAccountManagement', succeeded),
  };
}

/** A fact at that domain controller. */
export function told({ controller }: AccountPlace, fact: AccountFact, after?: number): Emitted<PartyFact> {
  return at(controller.host, fact, after);
}

/** What changed of the account, a moment after the write itself is told. */
export function changed(place: AccountPlace, what: What, after: Duration = AFTER_4724): Emitted<PartyFact> {
  const { utcOffsetMinutes, locale } = place.controller;
  const fact = { kind: 'account-changed', ...operation(place), ...what, utcOffsetMinutes, locale } as const;
  return told(place, fact, after);
}

/** As far apart as the two records of the one real pair that is public. */
export const AFTER_4724: Duration = 0.67 * MILLISECOND;

/** What the audit of the directory service tells of account options that are replaced. */
export function controlReplaced(place: AccountPlace, options: AccountOptions): Facts {
  const { state, controller, account } = place;
  const { auditPolicy, dnsName } = state.domain;
  return valueReplaced(auditPolicy, dnsName, operation(place).subject, account, {
    attribute: 'userAccountControl',
    syntaxOid: INTEGER_SYNTAX,
    before: String(userAccountControl(account.options)),
    after: String(userAccountControl(options)),
  }).map((fact) => at<PartyFact>(controller.host, fact));
}
