import { describe, expect, it } from 'vitest';
import { FAILURE_MODES, parseScenario, playCases, playScenario, SimulatorError } from '../../../src/index.js';
import { newScenario } from '../../../src/scenario/new-scenario.js';
import { recordScenario } from '../../../src/scenario/record-scenario.js';

const failures = (text: string, seed?: string): readonly unknown[] =>
  playCases(parseScenario(text, 'ticket.yaml'), { seed }).flatMap((story) => story.failures);

describe.each(FAILURE_MODES.map(({ id }) => id))('a new scenario about %s', (id) => {
  const text = newScenario(id, 'scenario.schema.json');

  it('passes as it stands, whatever the seed, and names its cause', () => {
    for (const seed of ['ticket', 'another seed', '4711']) expect(failures(text, seed)).toEqual([]);
    expect(playScenario(parseScenario(text, 'ticket.yaml')).checks).toBeGreaterThan(3);
    expect(text).toMatch(new RegExp(String.raw`\bcause: ${id}$|\bunseen: \[${id}\]$`, 'm'));
  });

  it('has comments, an editor line, and no line that must be scrolled', () => {
    expect(text).toMatch(/^# yaml-language-server: \$schema=scenario\.schema\.json\n/);
    expect(text.split('\n').filter((line) => line.trimStart().startsWith('#')).length).toBeGreaterThan(6);
  });
});

describe('recording', () => {
  const text = `# A ticket.
version: 1
name:   "Quoted,   with blanks"   # kept
given: { failure: minimum-password-age }
when:
  # the first try
  - reset:
      user: MyUser
      newPassword: 'W=*B2!qmv_$PkbV4dJr'   # not shown

  - wait: 18 hours # a night
  - { reset: { user: MyUser, newPassword: Correct-Horse-9 } }
  - signIn: { user: MyUser, password: Correct-Horse-9 }
    then: { outcome: wrong-password, cause: none }   # wrong
then:
  # at the end
  dc-security:
    includes: [4724, 9999]
`;
  const { text: recorded, changed } = recordScenario(parseScenario(text, 'ticket.yaml'));

  it('fills in what is missing and corrects what is not met', () => {
    expect(failures(text)).not.toEqual([]);
    expect(failures(recorded)).toEqual([]);
    expect(changed).toBe(4);
    expect(recorded).toContain('then: { outcome: signed in, cause: none }   # wrong');
    expect(recorded).toMatch(
      /# not shown\n {4}then:\n {6}outcome: refused\n {6}cause: minimum-password-age\n/,
    );
    expect(recorded).toMatch(/newPassword: Correct-Horse-9 \}, then: \{ outcome: succeeded, cause: none/);
  });

  it('keeps every line of the author that need not change', () => {
    const lines = new Set(recorded.split('\n'));
    const kept = text.split('\n').filter((line) => lines.has(line));
    expect(text.split('\n').length - kept.length).toBe(3);
  });

  it('changes nothing the second time', () => {
    expect(recordScenario(parseScenario(recorded, 'ticket.yaml'))).toEqual({ text: recorded, changed: 0 });
  });

  it('keeps CRLF', () => {
    const crlf = recordScenario(parseScenario(text.replaceAll('\n', '\r\n'), 'ticket.yaml')).text;
    expect(crlf.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(failures(crlf)).toEqual([]);
  });

  it('refuses a table of cases, which differ', () => {
    const cases = `version: 1\nname: x\ngiven: { failure: too-few-methods }\ncases: [{ name: a }]\n`;
    expect(() => recordScenario(parseScenario(cases, 'ticket.yaml'))).toThrow(SimulatorError);
  });
});
