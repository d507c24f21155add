import { describe, expect, it } from 'vitest';
import { FAILURE_MODES, parseScenario, playCases, playScenario, SimulatorError } from '../../../src/index.js';

const HEAD = 'version: 1\nname: A ticket\n';
const RESET = "when:\n  - reset: { user: MyUser, newPassword: 'W=*B2!qmv_$PkbV4dJr' }\n";

function failuresOf(text: string): readonly string[] {
  const stories = playCases(parseScenario(text, 'ticket.yaml'));
  return stories.flatMap(({ failures }) => failures.map(({ path }) => path.join('.')));
}

function problemsOf(act: () => unknown): readonly string[] {
  try {
    act();
  } catch (error) {
    if (!(error instanceof SimulatorError)) throw error;
    return error.problems.map(
      ({ message, position }) => `${position?.file}:${position?.line}:${position?.column}: ${message}`,
    );
  }
  return [];
}

describe('given a failure', () => {
  it.each(FAILURE_MODES.map(({ id }) => id))('%s, its person meets it, whatever they are called', (id) => {
    for (const users of ['', '  users: { anna.lee: {} }\n']) {
      const story = playScenario(parseScenario(`${HEAD}given:\n  failure: ${id}\n${users}`, 'ticket.yaml'));
      const verdict = story.scenes.findLast((scene) => scene.verdict !== undefined)?.verdict;
      const met = [verdict?.cause, ...(verdict?.unseen ?? []).map((unseen) => unseen.id)];
      expect(met).toContain(id);
      expect(verdict?.alsoFails).toEqual([]);
      if (users !== '') expect(story.scenes.at(-1)?.title).toMatch(/^anna\.lee /);
    }
  });

  it('differs where the file says so', () => {
    const given =
      'given:\n  failure: minimum-password-age\n  domain: { passwordPolicy: { minimumAge: "0" } }\n';
    expect(failuresOf(`${HEAD}${given}then: { outcome: succeeded, cause: none }\n`)).toEqual([]);
  });

  it('can be met by other steps than its own', () => {
    const text = `${HEAD}given: { failure: minimum-password-age }\nwhen:\n  - wait: 2 days\n${RESET.slice(6)}then: { cause: none }\n`;
    expect(failuresOf(text)).toEqual([]);
  });

  it('must be one that there is, and then nothing else is needed', () => {
    expect(
      problemsOf(() => parseScenario(`${HEAD}given: { failure: minimum-pasword-age }\n`, 't.yaml')),
    ).toEqual(['t.yaml:3:19: given.failure: "minimum-pasword-age" is not allowed here']);
    expect(problemsOf(() => parseScenario(HEAD, 't.yaml'))).toEqual(['t.yaml:1:1: when: is missing']);
  });
});

describe('shared worlds', () => {
  const files: Readonly<Record<string, string>> = {
    'contoso.world.yaml':
      'version: 1\nextends: base.world.yaml\ngiven:\n  domain: { netbiosName: CONTOSO, passwordPolicy: { minimumLength: 12 } }\n',
    'base.world.yaml':
      'version: 1\nat: 2024-01-02\ngiven:\n  domain: { dnsName: corp.example, netbiosName: CORP }\n  users: { bob: {} }\n',
    'loop.world.yaml': 'version: 1\nextends: pool.world.yaml\n',
    'pool.world.yaml': 'version: 1\nextends: loop.world.yaml\n',
    'wrong.world.yaml':
      'version: 1\ngiven:\n  domain: { groups: { Staff: { members: { users: [nobody] } } } }\n',
    'bad.world.yaml': 'version: 1\ngiven:\n  domian: {}\n',
  };
  const read = (path: string): { readonly file: string; readonly text: string } => {
    const text = files[path];
    if (text === undefined)
      throw new SimulatorError({ code: 'unreadable-file', message: 'there is no such file' });
    return { file: path, text };
  };
  const parse = (extended: string, more = ''): ReturnType<typeof parseScenario> =>
    parseScenario(`${HEAD}extends: ${extended}\n${more}when: [{ wait: 1 day }]\n`, 't.yaml', read);

  it('are given, the nearer one over the farther, and the file over both', () => {
    const [{ world, at }] = parse(
      'contoso.world.yaml',
      'given: { domain: { passwordPolicy: { minimumLength: 14 } } }\n',
    ).cases;
    expect([world.domain.dnsName, world.domain.netbiosName]).toEqual(['corp.example', 'CONTOSO']);
    expect([world.domain.passwordPolicy.minimumLength, Object.keys(world.users), at]).toEqual([
      14,
      ['bob'],
      '2024-01-02',
    ]);
  });

  it.each([
    ['loop.world.yaml', ['pool.world.yaml:2:10: extends: "loop.world.yaml" leads back to itself']],
    ['none.world.yaml', ['t.yaml:3:10: extends: there is no such file']],
    ['other.yaml', ['t.yaml:3:10: extends: a shared world is a file that ends in .world.yaml']],
    ['bad.world.yaml', ['bad.world.yaml:3:3: unknown key "domian"']],
    [
      'wrong.world.yaml',
      [
        'wrong.world.yaml:3:51: given.domain.groups.Staff.members.users[1]: there is no user in Active Directory "nobody"',
      ],
    ],
  ])('%s is told of with its place', (extended, says) => {
    expect(problemsOf(() => parse(extended))).toEqual(says);
  });

  it('are not read where nobody can read them', () => {
    expect(problemsOf(() => parseScenario(`${HEAD}extends: a.world.yaml\n${RESET}`, 't.yaml'))[0]).toMatch(
      /cannot be read here/,
    );
  });
});

describe('cases', () => {
  const text = `${HEAD}${RESET}then: { cause: none, outcome: succeeded }
cases:
  - name: healthy
  - name: too young
    given: { users: { MyUser: { activeDirectory: { passwordLastSet: 1 hour ago } } } }
    then: { cause: minimum-password-age, outcome: refused, steps: { 1: { screen: does not meet } } }
  - name: too short
    when: [{ reset: { user: MyUser, newPassword: Qz7!vk } }]
    then: { cause: minimum-password-length, outcome: refused }
`;

  it('are each a story of its own, and what one expects replaces what the file does', () => {
    const stories = playCases(parseScenario(text, 'ticket.yaml'));
    expect(stories.map(({ case: { name }, checks, failures }) => [name, checks, failures])).toEqual([
      ['healthy', 2, []],
      ['too young', 3, []],
      ['too short', 2, []],
    ]);
  });

  it('are told apart, and know their steps', () => {
    expect(problemsOf(() => parseScenario(text.replace('too short', 'healthy'), 't.yaml'))).toEqual([
      't.yaml:11:11: cases[3].name: another case has this name',
    ]);
    expect(problemsOf(() => parseScenario(text.replace('{ 1: { screen', '{ 2: { screen'), 't.yaml'))).toEqual(
      ['t.yaml:10:67: there is no step 2'],
    );
  });

  it('tell what is wrong with several of them at once', () => {
    const wrong = text
      .replace('1 hour ago } } }', '1 hour ago, organizationalUnit: Sales } } }')
      .replace(
        'too short\n',
        'too short\n    given: { domain: { groups: { A: { members: { groups: [B] } } } } }\n',
      );
    expect(problemsOf(() => parseScenario(wrong, 't.yaml')).map((line) => line.slice(0, 9))).toEqual([
      't.yaml:9:',
      't.yaml:12',
    ]);
  });
});

describe('expectations', () => {
  const with_ = (then: string): string => `${HEAD}given: { failure: minimum-password-age }\nthen: ${then}\n`;

  it.each([
    ['{ alsoFails: [] }', '{ alsoFails: [password-history] }', 'alsoFails'],
    [
      '{ dc-security: { counts: [{ record: 4724, times: 1 }] } }',
      '{ dc-security: { counts: [{ record: 4724, times: 2 }] } }',
      'dc-security.counts.0',
    ],
    [
      '{ connector-application: { counts: [{ record: 405, times: 2 }] } }',
      '{ connector-application: { counts: [{ record: 405, times: 1 }] } }',
      'connector-application.counts.0',
    ],
    [
      '{ order: [{ log: dc-security, record: 4724 }, { log: connector-application, record: 33008 }, { log: user-screen, record: SSPR_0029x }] }'.replace(
        ', { log: user-screen, record: SSPR_0029x }',
        '',
      ),
      '{ order: [{ log: connector-application, record: 33008 }, { log: dc-security, record: 4724 }] }',
      'order.1',
    ],
    [
      '{ visible: [{ to: cloud, record: OnPremisesPolicyViolation, within: 2 hours }] }',
      '{ visible: [{ to: cloud, record: OnPremisesPolicyViolation, within: 1 second }] }',
      'visible.0',
    ],
    [
      '{ visible: [{ to: helpdesk, record: OnPremisesPolicyViolation }] }',
      '{ visible: [{ to: helpdesk, record: 4724 }] }',
      'visible.0',
    ],
    ['{ hidden: [{ from: user, record: 4724 }] }', '{ hidden: [{ from: dc, record: 4724 }] }', 'hidden.0'],
    [
      '{ steps: { 1: { cause: minimum-password-age } } }',
      '{ steps: { 1: { cause: none } } }',
      'steps.1.cause',
    ],
  ])('%s is met, and %s is not', (met, unmet, path) => {
    expect(failuresOf(with_(met))).toEqual([]);
    expect(failuresOf(with_(unmet))).toEqual([`then.${path}`]);
  });
});

describe('time', () => {
  it('passes until a step begins, and for as long as a wait says', () => {
    const text = `${HEAD}given: { failure: minimum-password-age }\nwhen:\n  - wait: { for: 1 hour }\n  - at: in 17 hours\n    reset: { user: MyUser, newPassword: Correct-Horse-9 }\n    then: { cause: minimum-password-age }\n  - at: 2023-06-09T03:01:00Z\n    reset: { user: MyUser, newPassword: Correct-Horse-9 }\n    then: { cause: none }\n`;
    expect(failuresOf(text)).toEqual([]);
    const late = text.replace('in 17 hours', 'in 10 minutes');
    expect(problemsOf(() => playScenario(parseScenario(late, 't.yaml')))).toEqual([
      't.yaml:6:5: the moment at which the step begins is past already',
    ]);
  });

  it('brings a fault in the middle of a session', () => {
    const fault = '    meanwhile: [{ after: 20 seconds, administrator: stop-adsync }]\n';
    expect(failuresOf(`${HEAD}${RESET}then: { cause: none }\n`)).toEqual([]);
    const [story] = playCases(parseScenario(`${HEAD}${RESET}${fault}`, 't.yaml'));
    expect(story?.scenes[0]?.verdict).toMatchObject({ outcome: 'refused', cause: 'nobody-listening' });
  });
});

it('tells all that is wrong with the steps at once', () => {
  const text = `${HEAD}when:\n  - reset: { user: Nobody, newPassword: x }\n  - signIn: { user: Noone, password: x }\n  - administrator: { action: stop-controller, controller: DC09 }\n`;
  expect(
    problemsOf(() => playScenario(parseScenario(text, 't.yaml'))).map((line) => line.slice(0, 10)),
  ).toEqual(['t.yaml:4:2', 't.yaml:5:2', 't.yaml:6:5']);
});
