import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { categoriesOf } from '../../src/domain/complexity.js';
import { NO_FILTERS, type FiltersInstalled } from '../../src/domain/password-filter.js';
import { decidePassword, explainRules, type PasswordWrite } from '../../src/domain/password-rules.js';
import { Candidate } from '../../src/kernel/candidate.js';
import { AT, ruleOf, writeOf } from '../unit/domain/some-write.js';
import { accounts, kinds, ownChanges, passwords, policies, switches } from './some-policy.js';

const filters: fc.Arbitrary<FiltersInstalled> = fc.constantFrom<FiltersInstalled>(NO_FILTERS, {
  agent: { mode: 'absent' },
  thirdParty: [{ name: 'no digits', accepts: ({ password }) => !/\d/.test(password) }],
});

const writes: fc.Arbitrary<PasswordWrite> = fc.record({
  kind: kinds,
  at: fc.constant(AT),
  candidate: passwords.map((text) => new Candidate(text)),
  account: accounts,
  ownChange: ownChanges,
  policy: policies,
  switches,
  filters,
});

describe('deciding and explaining', () => {
  it('agree: the first rule that fails decides, and no other refuses first', () => {
    fc.assert(
      fc.property(writes, (write) => {
        const decision = decidePassword(write);
        const failing = explainRules(write).flatMap(({ refusal }) =>
          refusal === undefined ? [] : [refusal],
        );
        const refused = decision.allowed ? [] : [decision.refusal, ...decision.alsoFails];
        expect(failing).toEqual(refused);
      }),
      { numRuns: 1000 },
    );
  });

  it('ask a filter only about what the rules let through', () => {
    fc.assert(
      fc.property(writes, (write) => {
        let asked = false;
        const thirdParty = [{ name: 'spy', accepts: () => (asked = true) }];
        const spied = { ...write, filters: { ...write.filters, thirdParty } };
        const decision = decidePassword({ ...write, filters: NO_FILTERS });
        decidePassword(spied);
        expect(asked).toBe(decision.allowed);
      }),
    );
  });
});

describe('each boundary', () => {
  it('of the minimum age: accepted at pwdLastSet + age, and never a tick earlier', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 8e14 }), fc.nat(8e14), (minimumAge, elapsed) => {
        const write = writeOf({});
        const policy = { ...write.policy, minimumAge };
        const account = { ...write.account, passwordLastSet: AT };
        const at = AT + elapsed;
        const expected = elapsed >= minimumAge ? 'accepted' : 'minimum-password-age';
        expect(ruleOf({ policy, account, at })).toBe(expected);
        expect(ruleOf({ policy, account, at: AT + minimumAge })).toBe('accepted');
        expect(ruleOf({ policy, account, at: AT + minimumAge - 1 })).toBe('minimum-password-age');
      }),
    );
  });

  it('of the length: exactly the minimum suffices, one less does not', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 255 }), (minimumLength) => {
        const policy = { ...writeOf({}).policy, minimumLength, complexity: false };
        expect(ruleOf({ policy, password: 'x'.repeat(minimumLength) })).toBe('accepted');
        expect(ruleOf({ policy, password: 'x'.repeat(minimumLength - 1) })).toBe('minimum-password-length');
      }),
    );
  });

  it('of the history: the Nth newest is refused, the one before it is not', () => {
    const hashes = Array.from({ length: 40 }, (_, index) => new Candidate(`Former-${index}`).ntHash);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 39 }), (historyLength) => {
        const { policy, account } = writeOf({});
        const given = {
          policy: { ...policy, historyLength },
          account: { ...account, passwordHistory: hashes },
        };
        expect(ruleOf({ ...given, password: `Former-${historyLength - 1}` })).toBe('password-history');
        expect(ruleOf({ ...given, password: `Former-${historyLength}` })).toBe('accepted');
      }),
    );
  });
});

it('a longer history never accepts what a shorter one refuses', () => {
  fc.assert(
    fc.property(writes, fc.nat(1024), (write, more) => {
      const { policy } = write;
      const longer = { ...write, policy: { ...policy, historyLength: policy.historyLength + more } };
      if (!decidePassword(write).allowed) expect(decidePassword(longer).allowed).toBe(false);
    }),
    { numRuns: 500 },
  );
});

it('categories do not depend on the order of the characters', () => {
  const shuffled = passwords.chain((text) => {
    const all = Array.from(text);
    return fc.tuple(
      fc.constant(text),
      fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length }),
    );
  });
  fc.assert(
    fc.property(
      shuffled,
      fc.constantFrom('documentation' as const, 'specification' as const),
      ([text, order], reading) => {
        // Lone surrogates next to each other would become a character of their own.
        fc.pre(Array.from(order.join('')).length === order.length);
        expect(categoriesOf(order.join(''), reading)).toEqual(categoriesOf(text, reading));
      },
    ),
    { numRuns: 500 },
  );
});
