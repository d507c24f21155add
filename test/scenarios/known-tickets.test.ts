import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parseScenario, playScenario } from '../../src/index.js';

/** Tickets of which public sources tell: in plain words, the story that plays it, its cause, what the server logs. */
const TICKETS: readonly (readonly [ticket: string, story: string, cause: string, ids: readonly number[]])[] =
  [
    [
      'everybody fails since a change of the firewall',
      'firewall-blocks-the-relays',
      'firewall-blocks-443',
      [31034, 32002],
    ],
    [
      'fails since Azure changed its certificates',
      'root-certificates-missing',
      'root-certificate-missing',
      [31034],
    ],
    ['worked for months, then TLS 1.2 was off', 'tls-12-disabled', 'tls-12-disabled', [31034, 31044]],
    ['the wizard fails behind a proxy', 'wizard-behind-a-proxy', 'proxy-in-the-way', [32011]],
    ['everybody fails after patching', 'service-stopped', 'nobody-listening', [31016, 31034]],
    [
      "the wizard's last step fails for a federated administrator",
      'federated-administrator',
      'setup-administrator-refused',
      [32009],
    ],
    ['passwords cannot be decrypted', 'restored-from-a-backup', 'key-mismatch', [31001, 32004]],
    ['one unit fails', 'inheritance-off-on-the-unit', 'inheritance-disabled', [6329, 33004]],
    ['administrators cannot reset their own', 'protected-account', 'protected-account', [6329, 33004]],
    ['everybody fails after hardening', 'remote-sam-restricted', 'remote-sam-restricted', [6329, 33004]],
    ['the same, without any policy', 'default-reads-removed', 'remote-sam-restricted', [6329, 33004]],
    [
      '"must change" stays after a reset',
      'permission-unexpire-password',
      'password-expired-at-once',
      [31002],
    ],
    [
      'the endpoint is absent after a restart',
      'service-starts-behind-the-firewall',
      'firewall-blocks-443',
      [6800, 32002, 31044],
    ],
    ['the second reset of the day fails', 'founding-ticket', 'minimum-password-age', [6329, 33008]],
    ['an old password again', 'history-24', 'password-history', [6329, 33008]],
    [
      '"User cannot change password" is ticked',
      'user-cannot-change-password',
      'user-cannot-change-password',
      [6329, 33008],
    ],
    ['domain controllers of old', 'policy-control-missing', 'policy-control-missing', [6329, 33001]],
    ['LDAP that is not encrypted', 'insecure-ldap', 'insecure-ldap', [33009]],
    ['users of a new forest fail', 'forest-added-later', 'forest-added-later', [6329, 33009]],
    [
      'some users fail, others do not',
      'outside-password-sync-scope',
      'outside-password-sync-scope',
      [6329, 33002],
    ],
    ['a leaver who is still in the cloud', 'account-not-linked', 'account-not-linked', [6329, 33002]],
    ['two accounts after a merger', 'enabled-in-two-forests', 'duplicate-accounts', [33003]],
    [
      'a domain controller by its NetBIOS name',
      'preferred-controller-by-netbios-name',
      'preferred-controller-by-netbios-name',
      [33001],
    ],
    ['RPC is blocked', 'rpc-blocked', 'rpc-blocked', [6329, 33001]],
    ['resets and password hashes fail', 'hashes-do-not-get-through', 'rpc-blocked', [611, 6329, 33001]],
    ['one department fails', 'comma-in-a-unit', 'reserved-character-in-unit', [33001]],
    [
      'the filename or extension is too long',
      'connector-password-too-long',
      'account-password-too-long',
      [33001],
    ],
    [
      'synchronisation stopped after MFA for everybody',
      'sync-account-blocked-by-mfa',
      'sync-account-blocked',
      [6900, 904, 906],
    ],
    ['the cmdlet refuses', 'stale-configuration', 'stale-configuration', [6306]],
    [
      'a connector account that was hardened',
      'connector-account-in-protected-users',
      'connector-account-in-protected-users',
      [33004],
    ],
    [
      'the help desk cannot reset a former administrator',
      'administrator-resets-protected-account',
      'protected-account',
      [31009, 6329, 33004],
    ],
    [
      'the new password works online and not at the computer',
      'administrator-resets-in-microsoft-365',
      'never-written-back',
      [],
    ],
    [
      'servers take a little time to catch up',
      'servers-take-a-little-time',
      'old-password-not-yet-synchronised',
      [31006, 31007],
    ],
    [
      'nobody is asked to change the password that the help desk chose',
      'administrator-cannot-force-a-change',
      'forced-change-without-effect',
      [31009, 31010],
    ],
    [
      '"User cannot change password" is ticked, and somebody changes it',
      'change-while-user-cannot-change',
      'user-cannot-change-password',
      [31006, 6329, 33004],
    ],
    [
      'a good password is refused, and only when it is changed',
      'change-outside-the-selected-group',
      'outside-sspr-scope',
      [],
    ],
    [
      'the old password that everybody swears is right',
      'change-and-wrong-old-password',
      'wrong-old-password',
      [31006, 33007],
    ],
  ];

const FILES = readdirSync('scenarios', { recursive: true, encoding: 'utf8' });

it.each(TICKETS)('%s', (_ticket, story, cause, ids) => {
  const file = FILES.find((one) => one.endsWith(`/${story}.yaml`)) ?? story;
  const path = join('scenarios', file);
  const { scenes, failures } = playScenario(parseScenario(readFileSync(path, 'utf8'), path));
  expect(failures).toEqual([]);
  expect(scenes.map(({ verdict }) => verdict?.cause)).toContain(cause);
  const logged = scenes.flatMap(({ entries }) =>
    entries.flatMap((entry) => (entry.log === 'connector-application' ? [entry.record.id] : [])),
  );
  for (const id of ids) expect(logged).toContain(id);
});
