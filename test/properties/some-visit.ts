import fc from 'fast-check';
import { CHANGE_ENTRY_POINTS } from '../../src/attempt/errand.js';
import { LEAVING_POINTS, WAYS_OF_LEAVING } from '../../src/attempt/person.js';
import type { AttemptRequest, WorldInput } from '../../src/index.js';

/** What MyUser's password is, to begin with. */
export const PRESENT = 'Spring-is-over-22';
export const SUBMITTED = [
  'W=*B2!qmv_$PkbV4dJr',
  'Battery-Staple-7',
  'short',
  'alllowercase',
  PRESENT,
] as const;

const rarely = fc.constantFrom(false, false, false, true);
const mostly = fc.constantFrom(true, true, true, false);

/** Worlds in which every verb succeeds, is refused by each party, and is not answered at all. */
export const worlds: fc.Arbitrary<WorldInput> = fc
  .record({
    cloudOnly: rarely,
    signInMethod: fc.constantFrom(
      'password hash sync' as const,
      'password hash sync' as const,
      'pass-through' as const,
      'federated' as const,
    ),
    unlockWithoutReset: mostly,
    directoryTrouble: rarely,
    service: fc.constantFrom('running' as const, 'running' as const, 'running' as const, 'stopped' as const),
    rights: fc.record({ resetPassword: mostly, writeLockoutTime: mostly, writePwdLastSet: mostly }),
    online: mostly,
    onPremises: fc.record({
      userCannotChangePassword: rarely,
      passwordNeverExpires: rarely,
      disabled: rarely,
      lockedOut: fc.constantFrom(undefined, undefined, '5 min ago'),
    }),
    minimumAge: fc.constantFrom('0', '0', '1 day'),
    threshold: fc.constantFrom(0, 2, 5),
  })
  .map(
    ({
      cloudOnly,
      online,
      onPremises: { lockedOut, ...options },
      service,
      rights,
      minimumAge,
      threshold,
      ...tenant
    }) => ({
      tenant: {
        signInMethod: tenant.signInMethod,
        directoryTrouble: tenant.directoryTrouble,
        unlockWithoutReset: tenant.unlockWithoutReset,
      },
      connector: { service, rights, server: 'SYNC01' },
      domain: {
        controllers: { DC01: { online } },
        passwordPolicy: { minimumAge, lockout: { threshold } },
      },
      users: {
        MyUser: {
          cloudOnly,
          activeDirectory: { password: PRESENT, ...options, ...(lockedOut && { lockedOut }) },
        },
      },
    }),
  );

/** At most so many are submitted; one old password goes with each. */
const newPassword = fc.array(fc.constantFrom(...SUBMITTED), { minLength: 1, maxLength: 4 });
const leaves = fc.record({
  at: fc.constantFrom(...LEAVING_POINTS),
  how: fc.constantFrom(...WAYS_OF_LEAVING),
});
const thinksFor = fc.constantFrom('1 s', '1 min', '6 min', '14 min', '20 min');
const verification = fc.array(
  fc.record({ answer: fc.constantFrom('right' as const, 'right' as const, 'wrong' as const) }),
  { maxLength: 3 },
);
const plain = { noNullPrototype: true } as const;

/** What everybody does who has passwords to submit. */
const choosing = fc.record(
  { user: fc.constant('MyUser'), newPassword, thinksFor, leaves },
  { ...plain, requiredKeys: ['user', 'newPassword'] },
);

const administrators = fc.oneof(
  fc.record({
    entryPoint: fc.constantFrom('Entra admin center' as const, 'Microsoft Graph resetPassword' as const),
  }),
  fc.record({
    entryPoint: fc.constantFrom('Microsoft 365 admin center' as const, 'PowerShell' as const),
    forceChange: fc.boolean(),
  }),
);

const changes = fc.record({
  entryPoint: fc.constantFrom(...CHANGE_ENTRY_POINTS),
  oldPassword: fc.array(fc.constantFrom(PRESENT, PRESENT, PRESENT, 'Wrong-Old-1'), {
    minLength: 4,
    maxLength: 4,
  }),
});

export const unlocks: fc.Arbitrary<AttemptRequest> = fc.record(
  { verb: fc.constant('unlock' as const), user: fc.constant('MyUser'), verification, leaves },
  { ...plain, requiredKeys: ['verb', 'user'] },
);

/** Anybody who comes for anything, by whichever page, and behaves as they like. */
export const visits: fc.Arbitrary<AttemptRequest> = fc.oneof(
  fc.tuple(choosing, verification).map(([visit, tries]) => ({ ...visit, verification: tries })),
  fc.tuple(choosing, changes).map(([visit, { entryPoint, oldPassword }]) => ({
    verb: 'change' as const,
    ...visit,
    entryPoint,
    oldPassword: oldPassword.slice(0, visit.newPassword.length),
  })),
  fc.tuple(choosing, administrators).map(([visit, own]) => ({
    verb: 'administratorReset' as const,
    ...visit,
    ...own,
  })),
  unlocks,
);
