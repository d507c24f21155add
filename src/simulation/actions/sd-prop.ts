import { at } from '../../attempt/stage.js';
import type { DomainAccount } from '../../domain/account.js';
import { audits } from '../../domain/audit-policy.js';
import { writeAccount } from '../../domain/originating-write.js';
import { ANONYMOUS_LOGON } from '../../domain/principal.js';
import { accountsAt } from '../../domain/replica.js';
import { stampedBySdProp } from '../../domain/sd-prop.js';
import { HOUR } from '../../kernel/duration.js';
import type { Emitted } from '../../kernel/fact.js';
import type { Instant } from '../../kernel/instant.js';
import type { Action, PartyFact, Scheduled } from '../../world/action.js';
import type { State } from '../../world/state.js';

/**
 * The next hourly run of SDProp. It is only put on the clock at the beginning, and after something has changed that it
 * might correct: its other runs would change nothing.
 */
export function nextSdProp({ domain }: State, now: Instant): readonly Scheduled[] {
  const runs = Math.floor((now - domain.sdPropSince) / HOUR) + 1;
  return [{ at: domain.sdPropSince + runs * HOUR, action: sdProp }];
}

const sdProp: Action = {
  apply: (state, now) => {
    const { domain } = state;
    // It runs on the PDC emulator, which has to run itself, and knows only what has arrived there.
    const [pdcEmulator] = domain.controllers;
    if (!pdcEmulator.online) return { facts: [], later: nextSdProp(state, now) };
    const { directory, groups } = pdcEmulator.replica;
    const stamped = [...stampedBySdProp(directory, accountsAt(domain, pdcEmulator), groups)];
    for (const { account, change } of stamped) writeAccount(domain, pdcEmulator, account, change, now);
    return { facts: stamped.flatMap(({ account }) => recordsOf(state, account)) };
  },
};

/**
 * What the PDC emulator keeps of it: 4780, and 4738 without any attribute of those that it shows. Both name nobody.
 *
 * Source: ultimatewindowssecurity.com, event 4780; that 4738 comes after it is inferred.
 */
function recordsOf({ domain }: State, account: DomainAccount): readonly Emitted<PartyFact>[] {
  const { netbiosName, auditPolicy, controllers } = domain;
  const [{ host, utcOffsetMinutes, locale }] = controllers;
  const operation = {
    subject: ANONYMOUS_LOGON,
    target: { name: account.samAccountName, domain: netbiosName, sid: account.sid },
    audited: audits(auditPolicy, 'userAccountManagement', true),
  };
  return [
    at(host, { kind: 'access-control-stamped', ...operation }),
    at(host, { kind: 'account-changed', ...operation, utcOffsetMinutes, locale }),
  ];
}
