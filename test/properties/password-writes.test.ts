import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DomainAccount } from '../../src/domain/account.js';
import { answerModify, type ModifyOutcome } from '../../src/domain/ldap-modify.js';
import { NO_FILTERS } from '../../src/domain/password-filter.js';
import type { PasswordPolicy } from '../../src/domain/password-policy.js';
import { DEFAULT_POLICY_SWITCHES } from '../../src/domain/policy-switches.js';
import { Candidate } from '../../src/kernel/candidate.js';
import { DAY, HOUR, MINUTE } from '../../src/kernel/duration.js';
import { accountWith, AT, ownChangeWith, policyWith } from '../unit/domain/some-write.js';
import { kinds, POOL } from './some-policy.js';

const rights = fc.record({
  resetPassword: fc.constantFrom(true, true, true, false),
  writeLockoutTime: fc.boolean(),
  writePwdLastSet: fc.boolean(),
  unexpirePassword: fc.constantFrom(true, true, false),
});

/** One thing that somebody does to the account, and how long after the one before. */
const steps = fc.record({
  after: fc.constantFrom(0, 1, MINUTE, HOUR, DAY - 1, DAY, DAY + 1),
  kind: kinds,
  newPassword: fc.constantFrom(...POOL),
  /** Undefined: the right one. */
  oldPassword: fc.option(fc.constantFrom(...POOL), { nil: undefined }),
  rights,
  historyLength: fc.integer({ min: 0, max: 4 }),
});
type Step = typeof steps extends fc.Arbitrary<infer S> ? S : never;

const lockout = fc.record({
  threshold: fc.integer({ min: 0, max: 3 }),
  duration: fc.option(fc.constantFrom(MINUTE, HOUR), { nil: undefined }),
  observationWindow: fc.constantFrom(MINUTE, HOUR),
});

const HINTS = { oid: '1.2.840.113556.1.4.2239', critical: true, value: Uint8Array.of(0x30, 3, 2, 1, 1) };

function submit(account: DomainAccount, policy: PasswordPolicy, step: Step, at: number): ModifyOutcome {
  const newPassword = new Candidate(step.newPassword);
  const oldPassword =
    step.oldPassword === undefined
      ? { ntHash: account.passwordHistory[0] ?? '' }
      : new Candidate(step.oldPassword);
  return answerModify(
    {
      account,
      ownChange: ownChangeWith(false),
      policy,
      callerRights: step.rights,
      switches: DEFAULT_POLICY_SWITCHES,
      filters: NO_FILTERS,
    },
    {
      at,
      channelEncrypted: true,
      controls: step.kind === 'reset with policy hints' ? [HINTS] : [],
      password:
        step.kind === 'change' ? { kind: 'change', oldPassword, newPassword } : { kind: 'set', newPassword },
    },
  );
}

/** What a domain controller keeps, in plain text and in the plainest way. */
interface Naive {
  passwords: readonly string[];
  lastSet: number | undefined;
}

describe('any sequence of submissions', () => {
  it('leaves the history and pwdLastSet of a naive model', () => {
    fc.assert(
      fc.property(fc.array(steps, { maxLength: 12 }), (sequence) => {
        const account = accountWith({
          passwordHistory: [new Candidate('First-1!').ntHash],
          passwordLastSet: AT,
        });
        const naive: Naive = { passwords: ['First-1!'], lastSet: AT };
        let now = AT;
        for (const step of sequence) {
          now += step.after;
          const policy = policyWith({ historyLength: step.historyLength });
          const { change, situation } = submit(account, policy, step, now);
          Object.assign(account, change);
          if (situation === 'success') {
            const kept = step.historyLength === 0 ? 1 : step.historyLength;
            naive.passwords = [step.newPassword, ...naive.passwords].filter((_, index) => index < kept);
            naive.lastSet = step.rights.unexpirePassword ? now : undefined;
          }
          const hashes = naive.passwords.map((text) => new Candidate(text).ntHash);
          expect(account.passwordHistory).toEqual(hashes);
          expect(account.passwordLastSet).toBe(naive.lastSet);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('never accepts, on a change or a hinted reset, one of the newest N passwords', () => {
    fc.assert(
      fc.property(
        fc.array(steps, { maxLength: 12 }),
        fc.integer({ min: 1, max: 4 }),
        (sequence, historyLength) => {
          const account = accountWith();
          let now = AT;
          const set: string[] = [];
          const policy = policyWith({ historyLength, minimumAge: 0 });
          for (const step of sequence) {
            now += step.after;
            const { change, situation } = submit(account, policy, step, now);
            Object.assign(account, change);
            if (situation !== 'success') continue;
            if (step.kind !== 'plain reset')
              expect(set.slice(0, historyLength)).not.toContain(step.newPassword);
            set.unshift(step.newPassword);
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('a refused submission', () => {
  const COUNTED = new Set(['badPasswordCount', 'badPasswordTime', 'lockoutTime']);

  it('changes nothing but what a domain controller itself counts, and that only for a change', () => {
    fc.assert(
      fc.property(steps, lockout, fc.constantFrom(undefined, AT, AT - HOUR), (step, locking, lockoutTime) => {
        const account = accountWith({ lockoutTime, badPasswordCount: lockoutTime === undefined ? 0 : 1 });
        const { change, situation } = submit(
          account,
          policyWith({ lockout: locking }),
          step,
          AT + step.after,
        );
        fc.pre(situation !== 'success');
        for (const name of Object.keys(change)) expect(COUNTED).toContain(name);
        if (step.kind !== 'change') expect(change).toStrictEqual({});
        if (situation === 'change while locked out') expect(change).toStrictEqual({});
      }),
      { numRuns: 500 },
    );
  });

  it('says the same whatever rule it was', () => {
    fc.assert(
      fc.property(steps, (step) => {
        const { refusal, answer } = submit(accountWith(), policyWith(), step, AT);
        fc.pre(refusal !== undefined);
        expect(answer.win32?.code).toBe(0x52d);
        expect(answer.ldap.code).toBe(step.kind === 'change' ? 19 : 53);
      }),
    );
  });
});

it('wrong passwords lock exactly at the threshold, and the lock ends one tick after its duration', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10 }), fc.constantFrom(MINUTE, HOUR), (threshold, duration) => {
      const policy = policyWith({
        minimumAge: 0,
        lockout: { threshold, duration, observationWindow: MINUTE },
      });
      const all = {
        resetPassword: true,
        writeLockoutTime: true,
        writePwdLastSet: true,
        unexpirePassword: true,
      };
      const wrong: Step = {
        after: 0,
        kind: 'change',
        newPassword: 'Bb2@bbbb',
        oldPassword: 'Cc3#cccc',
        rights: all,
        historyLength: 24,
      };
      const account = accountWith();
      for (let count = 1; count <= threshold; count++) {
        Object.assign(account, submit(account, policy, wrong, AT).change);
        expect(account.badPasswordCount).toBe(count);
        expect(account.lockoutTime).toBe(count < threshold ? undefined : AT);
      }
      const right: Step = { ...wrong, oldPassword: undefined };
      expect(submit(account, policy, right, AT + duration).situation).toBe('change while locked out');
      const freed = submit(account, policy, right, AT + duration + 1);
      expect(freed.situation).toBe('success');
      expect({ ...account, ...freed.change }).toMatchObject({ lockoutTime: undefined, badPasswordCount: 0 });
    }),
  );
});
