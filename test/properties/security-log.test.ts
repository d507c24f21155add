import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AUDIT_OUTCOMES, SUBCATEGORIES, type Subcategory } from '../../src/domain/audit-policy.js';
import {
  createSimulation,
  eventText,
  eventXml,
  LogWriter,
  renderRecords,
  type Entry,
  type Simulation,
  type WindowsEvent,
  type WorldInput,
} from '../../src/index.js';
import { domainAction, type DomainAction } from '../../src/simulation/actions/domain-administrator.js';

const GOOD = 'W=*B2!qmv_$PkbV4dJr';

/** Names that are harder than they look: for XML, for templates, and for UTF-8. */
const hardName = fc.constantFrom(
  'x',
  'A & B <c> "d" \'e\'',
  '%1 %n %%2080',
  'tab\there',
  'line\r\nbreak',
  '\u0000\u0008\ufffe',
  '\ud800 alone',
  '\udc00',
  '😀',
);

const SUBCATEGORY_NAMES = Object.keys(SUBCATEGORIES) as Subcategory[];

const auditPolicy = fc.record(
  {
    baseline: fc.constantFrom('article' as const, 'windows' as const, 'none' as const),
    objectsAudited: fc.boolean(),
    ...Object.fromEntries(SUBCATEGORY_NAMES.map((name) => [name, fc.constantFrom(...AUDIT_OUTCOMES)])),
  },
  { requiredKeys: [], noNullPrototype: true },
);

const world = fc
  .record({
    auditPolicy,
    displayName: hardName,
    threshold: fc.constantFrom(0, 1, 2),
    second: fc.boolean(),
    resetPassword: fc.boolean(),
    passwordProtectionAgent: fc.constantFrom(
      'installed' as const,
      'absent' as const,
      'without a policy' as const,
    ),
    onPremises: fc.constantFrom('enforce' as const, 'audit' as const),
  })
  .map(
    ({
      auditPolicy: policy,
      displayName,
      threshold,
      second,
      resetPassword,
      passwordProtectionAgent,
      onPremises,
    }): WorldInput => ({
      tenant: { passwordProtection: { onPremises } },
      connector: { rights: { resetPassword } },
      domain: {
        auditPolicy: policy,
        passwordProtectionAgent,
        passwordPolicy: { lockout: { threshold } },
        controllers: second ? { DC01: {}, DC02: { utcOffset: '+09:30' } } : { DC01: {} },
      },
      users: {
        MyUser: {
          activeDirectory: { password: 'Right-Horse-9', displayName, passwordLastSet: '2 days ago' },
        },
      },
    }),
  );

type Doing = (simulation: Simulation) => void;

const user = 'MyUser';
const administrators: readonly DomainAction[] = [
  { action: 'unlock', user },
  { action: 'disable-account', user },
  { action: 'enable-account', user },
  { action: 'require-password-change', user },
  { action: 'set-password', user, newPassword: 'Help-Desk-2023' },
  { action: 'set-password', user, newPassword: 'weak' },
];
const doing: fc.Arbitrary<Doing> = fc.oneof(
  fc
    .constantFrom(GOOD, 'weak', 'Another-Horse-7', 'Kx7-MyUser-pQ9')
    .map((newPassword): Doing => (simulation) => {
      simulation.reset({ user, newPassword });
    }),
  fc
    .record({
      password: fc.constantFrom('Right-Horse-9', 'Wrong-Horse-1'),
      way: fc.constantFrom('Kerberos' as const, 'NTLM' as const, 'LDAP bind' as const),
    })
    .map(({ password, way }): Doing => (simulation) => {
      simulation.signIn({ user, password, way });
      simulation.advance('1 second');
    }),
  fc.constantFrom(...administrators).map((action): Doing => (simulation) => {
    simulation.apply(domainAction(action));
    simulation.advance('15 seconds');
  }),
);

const story = fc.record({ world, doings: fc.array(doing, { minLength: 1, maxLength: 6 }) });

function eventsIn(entries: readonly Entry[]): readonly WindowsEvent[] {
  return entries.flatMap((entry) => (entry.log.startsWith('dc-') ? [entry.record as WindowsEvent] : []));
}

function played({ world: given, doings }: { world: WorldInput; doings: readonly Doing[] }): Simulation {
  const simulation = createSimulation(given);
  for (const act of doings) act(simulation);
  return simulation;
}

/** Every XML that the properties met, for another program to read. */
const written: string[] = [];

describe("domain controllers' records, whatever happens", () => {
  it('come to the same in pieces as at once', () => {
    fc.assert(
      fc.property(story, fc.array(fc.nat({ max: 40 })), (given, cuts) => {
        const { facts, ids } = played(given);
        const writer = new LogWriter(ids);
        const places = [...new Set([0, ...cuts, facts.length])]
          .filter((cut) => cut <= facts.length)
          .toSorted((a, b) => a - b);
        const pieces = places
          .slice(1)
          .flatMap((to, index) => facts.slice(places[index], to).flatMap((fact) => writer.write(fact)));
        expect(pieces).toEqual(renderRecords(facts, ids));
      }),
      { numRuns: 50 },
    );
  });

  it('are numbered without gaps, in each log of each machine', () => {
    fc.assert(
      fc.property(story, (given) => {
        const { facts, ids } = played(given);
        const last = new Map<string, number>();
        for (const { channel, computer, recordNumber } of eventsIn(renderRecords(facts, ids))) {
          const log = `${channel} of ${computer}`;
          expect(recordNumber).toBe((last.get(log) ?? recordNumber - 1) + 1);
          last.set(log, recordNumber);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('show nothing that the audit policy leaves out', () => {
    fc.assert(
      fc.property(story, (given) => {
        const simulation = played(given);
        const { outcomes, objectsAudited } = simulation.view.domain.auditPolicy;
        for (const event of eventsIn(renderRecords(simulation.facts, simulation.ids))) {
          if (event.channel !== 'Security') continue;
          const name = SUBCATEGORY_NAMES.find((one) => SUBCATEGORIES[one].task === event.task.value);
          const outcome = event.keywords.name === 'Audit Success' ? 'success' : 'failure';
          expect(name === undefined ? 'unknown' : outcomes[name], `${event.id}`).toContain(outcome);
          if (event.id === 4662 || event.id === 5136) expect(objectsAudited).toBe(true);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('leave no code and no place holder in their texts', () => {
    fc.assert(
      fc.property(story, (given) => {
        const { facts, ids } = played({ ...given, world: withPlainName(given.world) });
        for (const event of eventsIn(renderRecords(facts, ids))) {
          expect(eventText(event)).not.toMatch(/%%\d|%\d|%n|%t|%\{|\{\w+\}(?!-)|undefined|NaN|\r/);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('can be written as XML, whatever the names are', () => {
    fc.assert(
      fc.property(story, (given) => {
        const { facts, ids } = played(given);
        for (const event of eventsIn(renderRecords(facts, ids))) {
          const xml = eventXml(event);
          written.push(xml);
          // oxlint-disable-next-line no-control-regex -- they are what must not be there
          expect(xml).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/);
          // A lone surrogate does not come back from UTF-8.
          expect(Buffer.from(xml).toString()).toBe(xml);
        }
      }),
      { numRuns: 100 },
    );
  });

  const xmllint = spawnSync('xmllint', ['--version']).error === undefined;
  if (!xmllint)
    process.stderr.write('skipped: xmllint is not installed, so no other program reads the XML\n');
  it.skipIf(!xmllint)('are XML to xmllint', () => {
    expect(written.length).toBeGreaterThan(100);
    const input = `<Events>\n${written.join('\n')}\n</Events>`;
    const { status, stderr } = spawnSync('xmllint', ['--noout', '-'], { input, encoding: 'utf8' });
    expect([status, stderr]).toEqual([0, '']);
  });
});

function withPlainName(given: WorldInput): WorldInput {
  const activeDirectory = { ...given.users?.['MyUser']?.activeDirectory, displayName: 'My User' };
  return { ...given, users: { MyUser: { activeDirectory } } };
}
