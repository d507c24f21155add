import { describe, expect, it } from 'vitest';
import { DAY, MINUTE } from '../../../src/kernel/duration.js';
import { Ids } from '../../../src/kernel/ids.js';
import { parseInstant } from '../../../src/kernel/instant.js';
import type { DomainFact } from '../../../src/domain/facts.js';
import { ANONYMOUS_LOGON, localSystem } from '../../../src/domain/principal.js';
import { SECURITY_EVENTS } from '../../../src/domain/security-events.js';
import { SAM_EVENTS } from '../../../src/domain/sam-events.js';
import { eventText, eventXml, renderRecords, type WindowsEvent } from '../../../src/index.js';
import { dumpedEvent } from '../../../src/records/windows/event-dump.js';

const at = parseInstant('2023-06-08T09:15:04.1234567Z');
const sid = 'S-1-5-21-0-1111111111-2222222222';
const target = { name: "o'b&c", domain: 'TEST', sid: `${sid}-1130` };
const connector = { name: 'MSOL_161f84601d39', domain: 'TEST', sid: `${sid}-1103` };
const administrator = { name: 'Administrator', domain: 'TEST', sid: `${sid}-500` };
const system = localSystem('DC01.Test.local', 'TEST');
const audited = true;
const operation = { subject: connector, target, audited } as const;
const object = {
  distinguishedName: 'CN=A\\, B,CN=Users,DC=Test,DC=local',
  guid: '0b32719a-29a5-4ad5-b9dc-56200eba0ce0',
  objectClass: 'user',
  classGuid: 'bf967aba-0de6-11d0-a285-00aa003049e2',
} as const;
const modified = {
  kind: 'attribute-modified',
  audited,
  subject: administrator,
  object,
  directory: 'Test.local',
  attribute: 'userAccountControl',
  syntaxOid: '2.5.5.9',
} as const;

/** One fact of each kind, and of those with several faces one of each. */
const FACTS: readonly DomainFact[] = [
  { kind: 'session-opened', audited, account: connector, realm: 'TEST.LOCAL', client: 'DC01' },
  {
    kind: 'object-accessed',
    audited,
    subject: connector,
    object,
    access: 'control access',
    properties: ['00299570-246d-11d0-a768-00aa006e0529'],
    granted: true,
  },
  { kind: 'password-reset-attempted', ...operation, refusedBy: 'minimum-password-age' },
  { kind: 'password-reset-attempted', ...operation, refusedBy: undefined },
  { kind: 'account-changed', ...operation, passwordLastSet: at, utcOffsetMinutes: 570, locale: 'en-US' },
  { kind: 'account-unlocked', ...operation },
  { kind: 'password-change-attempted', ...operation, subject: target, refusedBy: 'password-history' },
  { kind: 'password-change-attempted', ...operation, subject: target, refusedBy: undefined },
  { kind: 'account-changed', ...operation, passwordLastSet: 'never', utcOffsetMinutes: 0, locale: 'en-US' },
  { ...modified, value: '512', operation: 'deleted' },
  { ...modified, value: '514', operation: 'added' },
  { kind: 'account-disabled', ...operation, subject: administrator },
  {
    kind: 'account-changed',
    ...operation,
    subject: administrator,
    accountControl: { before: 0x15, after: 0x210 },
    accountExpires: 'never',
    utcOffsetMinutes: 0,
    locale: 'en-US',
  },
  { kind: 'account-enabled', ...operation, subject: administrator },
  { kind: 'account-locked-out', ...operation, subject: system, callerComputer: 'CLIENT01' },
  { kind: 'access-control-stamped', ...operation, subject: ANONYMOUS_LOGON },
  {
    kind: 'domain-policy-changed',
    audited,
    subject: administrator,
    domain: { name: 'TEST', sid },
    policy: 'Password Policy',
    changed: { minimumAge: 0, maximumAge: 42 * DAY, properties: 17, minimumLength: 20, historyLength: 24 },
  },
  {
    kind: 'domain-policy-changed',
    audited,
    subject: system,
    domain: { name: 'TEST', sid },
    policy: 'Lockout Policy',
    changed: { lockoutThreshold: 7, lockoutDuration: 30 * MINUTE, lockoutObservationWindow: 30 * MINUTE },
  },
  {
    kind: 'preauthentication-failed',
    audited,
    target,
    realm: 'TEST.LOCAL',
    status: '0x18',
    client: 'CLIENT01',
  },
  {
    kind: 'credentials-validated',
    audited,
    account: target.name,
    workstation: 'CLIENT01',
    status: '0xC000006A',
  },
  { kind: 'credentials-validated', audited, account: target.name, workstation: 'CLIENT01', status: '0x0' },
  {
    kind: 'logon-failed',
    audited,
    subject: system,
    account: target.name,
    domain: 'TEST',
    status: '0xC000006A',
    client: 'CLIENT01',
  },
  {
    kind: 'logon-failed',
    audited,
    subject: system,
    account: target.name,
    domain: 'TEST',
    status: '0xC0000234',
    client: 'CLIENT01',
  },
  { kind: 'remote-sam-denied', calls: 3, window: 900 },
  { kind: 'length-settings-in-effect', minimumLength: 20, relaxed: false, auditedLength: undefined },
  { kind: 'short-password-set', account: 'MyUser', minimumLength: 8, auditedLength: 12 },
  { kind: 'length-not-enforced', minimumLength: 20 },
  {
    kind: 'password-screened',
    operation: 'reset',
    outcome: 'rejected',
    by: 'tenant list',
    userName: 'MyUser',
    fullName: 'My User',
  },
];

const events = renderRecords(
  FACTS.map((body, seq) => ({
    seq,
    at: at + seq,
    host: 'DC01.Test.local',
    session: undefined,
    submission: undefined,
    stream: 'golden',
    nth: seq,
    body,
  })),
  new Ids('golden'),
).map(({ record }) => record as WindowsEvent);

describe('the records of a domain controller, byte for byte', () => {
  it('are there of every kind', () => {
    const known = [...Object.values(SECURITY_EVENTS), ...Object.values(SAM_EVENTS)].map(({ id }) => id);
    expect(new Set(events.map(({ id }) => id))).toEqual(new Set([...known, 10017, 30003]));
  });

  it('as event XML', async () => {
    // A carriage return would not survive the repository.
    const xml = events
      .map(eventXml)
      .join('\n')
      .replaceAll('\r', String.raw`\r`);
    await expect(`${xml}\n`).toMatchFileSnapshot('goldens/domain-controller.xml.txt');
  });

  it("as Event Viewer's text", async () => {
    const texts = events.map((event) => eventText(event)).join('\n\n');
    await expect(`${texts}\n`).toMatchFileSnapshot('goldens/domain-controller.txt');
  });

  it('as evtx_dump prints them', async () => {
    const lines = events.map((event) => JSON.stringify(dumpedEvent(event))).join('\n');
    await expect(`${lines}\n`).toMatchFileSnapshot('goldens/domain-controller.jsonl');
  });
});
