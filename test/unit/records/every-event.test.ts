import { beforeAll, describe, expect, it } from 'vitest';
import { SAM_EVENTS } from '../../../src/domain/sam-events.js';
import { SECURITY_EVENTS } from '../../../src/domain/security-events.js';
import { createSimulation, renderRecords, type Simulation, type WindowsEvent } from '../../../src/index.js';
import { domainAction } from '../../../src/simulation/actions/domain-administrator.js';

const GOOD = 'W=*B2!qmv_$PkbV4dJr';
const MORE = 'success and failure';

/** A story in which a domain controller, asked to keep everything, has something to keep of every kind. */
function told(): readonly WindowsEvent[] {
  const simulation = createSimulation({
    domain: {
      auditPolicy: {
        baseline: 'windows',
        userAccountManagement: MORE,
        credentialValidation: MORE,
        kerberosAuthenticationService: MORE,
        directoryServiceChanges: 'success',
        objectsAudited: true,
      },
      groups: { 'Domain Admins': { members: { users: ['Lena'] } } },
      passwordPolicy: { minimumAge: '0', minimumPasswordLengthAudit: 20, lockout: { threshold: 2 } },
      passwordProtectionAgent: 'installed',
    },
    users: {
      MyUser: { activeDirectory: { password: 'Right-Horse-9' } },
      Lena: { activeDirectory: { adminCount: false } },
    },
  });
  const user = 'MyUser';
  simulation.signIn({ user, password: 'wrong' });
  simulation.signIn({ user, password: 'wrong', way: 'NTLM' });
  simulation.reset({ user, newPassword: GOOD });
  simulation.run({ verb: 'change', user, oldPassword: GOOD, newPassword: 'Battery-Staple-7' });
  simulation.signIn({ user, password: 'wrong', way: 'LDAP bind' });
  for (const action of ['disable-account', 'enable-account'] as const)
    simulation.apply(domainAction({ action, user }));
  simulation.apply(domainAction({ action: 'set-password-policy', minimumLength: 20 }));
  simulation.reset({ user, newPassword: 'short' });
  simulation.advance('1 hour');
  const restricted = createSimulation({ connector: { remoteSam: 'restricted by policy' } });
  restricted.reset({ user, newPassword: GOOD });
  return [simulation, restricted].flatMap(recordsOf);
}

function recordsOf({ facts, ids }: Simulation): readonly WindowsEvent[] {
  return renderRecords(facts, ids).flatMap((entry) =>
    entry.log === 'dc-security' || entry.log === 'dc-system' ? [entry.record] : [],
  );
}

describe('a domain controller that is asked to keep everything', () => {
  let events: readonly WindowsEvent[];
  beforeAll(() => {
    events = told();
  });

  const known = [...Object.values(SECURITY_EVENTS), ...Object.values(SAM_EVENTS)].map(({ id }) => id);
  it.each(known)('keeps a %i of its own', (id) => {
    expect(events.map((event) => event.id)).toContain(id);
  });

  it('opens the session in which the write is done, and joins the two by its id', () => {
    const at = events.findIndex(({ id, keywords }) => id === 4724 && keywords.name === 'Audit Success');
    const written = events[at];
    const opened = events.slice(0, at).findLast(({ id }) => id === 4624);
    const used = events.slice(0, at).findLast(({ id }) => id === 4662);
    const id = fieldOf(written, 'SubjectLogonId');
    expect(id).toMatch(/^0x[0-9a-f]{6,7}$/);
    expect(fieldOf(opened, 'TargetLogonId')).toBe(id);
    expect(fieldOf(used, 'SubjectLogonId')).toBe(id);
    expect(events[at + 1]?.id).toBe(4738);
    expect(fieldOf(events[at + 1], 'SubjectLogonId')).toBe(id);
  });

  it('names who did it: the connector account, an administrator, the machine itself, or nobody', () => {
    const subjects = new Map(events.map((event) => [event.id, fieldOf(event, 'SubjectUserName')]));
    expect([4724, 4725, 4739, 4740, 4780].map((id) => subjects.get(id))).toEqual([
      'MSOL_161f84601d39',
      'Administrator',
      'Administrator',
      'DC01$',
      'ANONYMOUS LOGON',
    ]);
  });

  it('keeps an attribute that was replaced as two records of one operation', () => {
    const [deleted, added] = events.filter(({ id }) => id === 5136);
    expect([fieldOf(deleted, 'AttributeValue'), fieldOf(added, 'AttributeValue')]).toEqual(['512', '514']);
    expect(fieldOf(deleted, 'OpCorrelationID')).toBe(fieldOf(added, 'OpCorrelationID'));
  });
});

function fieldOf(event: WindowsEvent | undefined, field: string): string | undefined {
  return event?.data.find(({ name }) => name === field)?.value;
}
