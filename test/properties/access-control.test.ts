import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  checkAccess,
  CLASSES,
  WELL_KNOWN,
  type AccessControlEntry,
  type ObjectClass,
  type SecuredObject,
} from '../../src/domain/access-control.js';
import { RIGHTS, type RightName } from '../../src/domain/access-rights.js';

/** One extended right, and one attribute that is in a property set. */
const ASKED = ['resetPassword', 'writePwdLastSet'] as const satisfies readonly RightName[];
const RESTRICTIONS = '4c164200-20c0-11d0-a768-00aa006e0529';

const entries: fc.Arbitrary<AccessControlEntry> = fc.record({
  type: fc.constantFrom('allow', 'deny'),
  trustee: fc.constantFrom('msol', 'sync accounts', WELL_KNOWN.everyone, 'somebody else'),
  access: fc.constantFrom('control access', 'write property', 'full control'),
  objectType: fc.constantFrom(undefined, RESTRICTIONS, ...ASKED.map((right) => RIGHTS[right].guid)),
  inheritedObjectType: fc.constantFrom(undefined, CLASSES.user, CLASSES.organizationalUnit),
  reach: fc.constantFrom('this object', 'this object and descendants', 'descendants', 'children'),
});

function object(objectClass: ObjectClass): fc.Arbitrary<SecuredObject> {
  return fc.record({
    distinguishedName: fc.constant(objectClass),
    objectClass: fc.constant(objectClass),
    entries: fc.array(entries, { maxLength: 5 }),
    isProtected: fc.boolean(),
  });
}

const paths = fc.tuple(object('user'), object('organizationalUnit'), object('container'), object('domain'));
const callers = fc
  .subarray(['msol', 'sync accounts', WELL_KNOWN.everyone], { minLength: 1 })
  .map((names) => new Set(names));

/** An entry as it stands in the list of an object, with the flags that Windows keeps for it. */
interface Stored {
  readonly entry: AccessControlEntry;
  readonly inherited: boolean;
  /** INHERIT_ONLY_ACE: it does not concern the object that carries it. */
  readonly inheritOnly: boolean;
}

/** The list of an object, propagated downwards as Windows does it: own entries first, then what the parent passes on. */
function storedOn(path: readonly SecuredObject[]): readonly Stored[] {
  const [own, ...above] = path;
  if (own === undefined) return [];
  const explicit = own.entries.map((entry) => ({
    entry,
    inherited: false,
    inheritOnly: entry.reach === 'descendants' || entry.reach === 'children',
  }));
  const rank = { deny: 0, allow: 1 } as const;
  explicit.sort((one, other) => rank[one.entry.type] - rank[other.entry.type]);
  if (own.isProtected) return explicit;
  const passedOn = storedOn(above).flatMap((stored) => {
    const { entry, inherited } = stored;
    if (entry.reach === 'this object' || (entry.reach === 'children' && inherited)) return [];
    const concerned = entry.inheritedObjectType ?? CLASSES[own.objectClass];
    return [{ entry, inherited: true, inheritOnly: concerned !== CLASSES[own.objectClass] }];
  });
  return [...explicit, ...passedOn];
}

/** Walks the list from the top until an entry speaks of caller and right. */
function naive(path: readonly SecuredObject[], caller: ReadonlySet<string>, right: RightName): boolean {
  for (const { entry, inheritOnly } of storedOn(path)) {
    if (inheritOnly || !caller.has(entry.trustee)) continue;
    if (entry.access !== 'full control' && entry.access !== RIGHTS[right].access) continue;
    const meant = [undefined, RIGHTS[right].guid, right === 'writePwdLastSet' ? RESTRICTIONS : undefined];
    if (meant.includes(entry.objectType)) return entry.type === 'allow';
  }
  return false;
}

it('the access check says what a walk down the propagated list says', () => {
  const counts = { granted: 0, denied: 0, denyBeatsAllow: 0, explicitBeatsInherited: 0 };
  fc.assert(
    fc.property(paths, callers, fc.constantFrom(...ASKED), (path, caller, right) => {
      const { granted, by } = checkAccess(path, caller, right);
      expect(granted).toBe(naive(path, caller, right));
      counts[granted ? 'granted' : 'denied']++;
      if (by === undefined) return;
      // What speaks of the same on the same level, or farther away, and would have said the opposite.
      const opposite = path.map((one) => ({
        ...one,
        entries: one.entries.filter((entry) => entry !== by.entry && entry.type !== by.entry.type),
      }));
      const beaten = checkAccess(opposite, caller, right).by;
      if (beaten === undefined) return;
      const level = (dn: string): number =>
        path.findIndex(({ distinguishedName }) => distinguishedName === dn);
      expect(level(by.writtenOn)).toBeLessThanOrEqual(level(beaten.writtenOn));
      if (by.writtenOn === beaten.writtenOn) {
        expect(by.entry.type).toBe('deny');
        counts.denyBeatsAllow++;
      } else if (level(by.writtenOn) === 0) {
        counts.explicitBeatsInherited++;
      }
    }),
    { numRuns: 2000 },
  );
  expect(Math.min(...Object.values(counts))).toBeGreaterThan(10);
});
