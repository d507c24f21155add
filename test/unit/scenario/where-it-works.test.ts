import { describe, expect, it } from 'vitest';
import { parseScenario, playScenario } from '../../../src/index.js';

const SECRET = 'Secret-Horse-9';

function play(then: string, step = `signIn: { user: MyUser, password: ${SECRET}, to: cloud }`) {
  const text = `version: 1\nname: x\ngiven: { users: { MyUser: { activeDirectory: { password: ${SECRET} } }, Cy: { cloudOnly: true } } }\nwhen:\n  - ${step}\n    then:\n      whereItWorks: [${then}]\n`;
  return playScenario(parseScenario(text, 'x.yaml'));
}

describe('the expectation of where a password works', () => {
  it.each([
    [`{ user: MyUser, password: ${SECRET}, activeDirectory: works, entra: works }`, 2],
    [`{ user: MyUser, password: Another-1, activeDirectory: wrong-password, entra: wrong-password }`, 2],
    [`{ user: Cy, password: Another-1, activeDirectory: no account, entra: wrong-password }`, 2],
    [`{ user: MyUser@contoso.onmicrosoft.com, password: ${SECRET}, entra: works }`, 1],
  ])('%s is met', (then, checks) => {
    expect(play(then)).toMatchObject({ checks, failures: [] });
  });

  it('says what it found on which side, and never the password', () => {
    const { failures } = play(
      `{ user: MyUser, password: Another-1, activeDirectory: works, entra: disabled }`,
    );
    expect(failures.map(({ path, expected, found }) => [path.at(-1), expected, found])).toEqual([
      ['activeDirectory', 'works', 'wrong-password'],
      ['entra', 'disabled', 'wrong-password'],
    ]);
    expect(JSON.stringify(failures)).not.toContain('Another-1');
  });

  it('fails for a user whom nobody knows', () => {
    const { failures } = play('{ user: MyUsr, password: Another-1, entra: works }');
    expect(failures.map(({ path, found }) => [path.at(-1), found])).toEqual([
      ['user', 'there is no user "MyUsr" here'],
    ]);
  });

  it('sends those to the cloud who have no account', () => {
    expect(() => play('{ user: Cy, password: x }', 'signIn: { user: Cy, password: x }')).toThrow(
      '"Cy" has no account in the domain',
    );
  });
});
