import { describe, expect, it } from 'vitest';
import { createSimulation, SimulatorError, type WorldInput } from '../../../src/index.js';

type Policy = NonNullable<NonNullable<WorldInput['domain']>['passwordPolicy']>;
type FineGrained = Omit<
  NonNullable<NonNullable<WorldInput['domain']>['fineGrainedPolicies']>[string],
  'precedence'
>;

/** What the world says of it: the first complaint, or "fine". */
function complaint(world: WorldInput): string {
  try {
    createSimulation(world);
    return 'fine';
  } catch (error) {
    if (!(error instanceof SimulatorError)) throw error;
    const [{ message, hint }] = error.problems;
    return hint === undefined ? message : `${message} (${hint})`;
  }
}

const ofPolicy = (passwordPolicy: Policy): string => complaint({ domain: { passwordPolicy } });
const ofFineGrained = (policy: FineGrained): string =>
  complaint({ domain: { fineGrainedPolicies: { Finance: { precedence: 1, ...policy } } } });

describe("the domain's policy accepts what group policy accepts", () => {
  it.each<[Policy, RegExp]>([
    [{ history: 24 }, /^fine/],
    [{ history: 25 }, /history: .*24/],
    [{ minimumAge: '998 days', maximumAge: '999 days' }, /^fine/],
    [{ minimumAge: '999 days', maximumAge: 'never' }, /at most 998 days/],
    [{ maximumAge: '1000 days' }, /at most 999 days.*"never"/],
    [{ minimumAge: '42 days' }, /minimum password age \(42 days\) must be less than the maximum \(42 days\)/],
    [{ minimumAge: '42 days', maximumAge: 'never' }, /^fine/],
    [{ minimumAge: '42 days', maximumAge: '0' }, /^fine/],
    [{ minimumLength: 14 }, /^fine/],
    [{ minimumLength: 15 }, /above 14.*relaxMinimumPasswordLengthLimits/],
    [{ minimumLength: 128, relaxMinimumPasswordLengthLimits: true }, /^fine/],
    [{ minimumLength: 129, relaxMinimumPasswordLengthLimits: true }, /128/],
    [{ lockout: { threshold: 999 } }, /^fine/],
    [{ lockout: { threshold: 1000 } }, /999/],
    [{ lockout: { observationWindow: '31 min' } }, /must not be longer than the lockout duration/],
    [{ lockout: { observationWindow: '31 min', duration: 'until unlocked' } }, /^fine/],
    [{ lockout: { observationWindow: '30 s' } }, /1 to 99999 minutes/],
    [{ lockout: { duration: '100000 min' } }, /at most 99999 minutes/],
  ])('%j: %s', (policy, expected) => {
    expect(ofPolicy(policy)).toMatch(expected);
  });
});

describe('a fine-grained policy accepts what its tools accept', () => {
  it.each<[FineGrained, RegExp]>([
    [{ history: 1024 }, /^fine/],
    [{ history: 1025 }, /1024/],
    [{ minimumLength: 255 }, /^fine/],
    [{ minimumLength: 256 }, /255/],
    [{ minimumAge: '50 days' }, /must be less than the maximum/],
    [{ objectGuid: 'no guid' }, /GUID/],
    [
      { appliesTo: { users: ['Mysuer'] } },
      /no user in Active Directory "Mysuer" \(did you mean "MyUser"\?\)/,
    ],
    [{ appliesTo: { users: ['myuser'] } }, /^fine/],
    [{ appliesTo: { groups: ['Finance'] } }, /no group "Finance"/],
  ])('%j: %s', (policy, expected) => {
    expect(ofFineGrained(policy)).toMatch(expected);
  });

  it('has a precedence', () => {
    expect(complaint({ domain: { fineGrainedPolicies: { Finance: { precedence: 0 } } } })).toMatch(/1/);
  });
});

describe('groups', () => {
  it('may contain each other, and themselves', () => {
    const groups = { A: { members: { groups: ['B', 'A'] } }, B: { members: { groups: ['a'] } } };
    expect(complaint({ domain: { groups } })).toBe('fine');
  });

  it('take only what their scope takes', () => {
    const groups = { A: { members: { groups: ['B'] } }, B: { scope: 'universal' as const } };
    expect(complaint({ domain: { groups } })).toMatch(/a global group takes no universal group/);
  });
});

it('keeps as much history as the fine-grained policy remembers, which is more than group policy could', () => {
  const previousPasswords = Array.from({ length: 40 }, (_, index) => `Former-${index}!`);
  const world: WorldInput = {
    users: { MyUser: { activeDirectory: { previousPasswords } } },
    domain: {
      fineGrainedPolicies: { Long: { precedence: 1, history: 30, appliesTo: { users: ['MyUser'] } } },
    },
  };
  const reset = (newPassword: string): string =>
    createSimulation(world).reset({ user: 'MyUser', newPassword }).outcome;
  expect(reset('Former-11!')).toBe('refused');
  expect(reset('Former-10!')).toBe('succeeded');
});
