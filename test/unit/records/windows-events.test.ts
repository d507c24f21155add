import { beforeAll, describe, expect, it } from 'vitest';
import {
  createSimulation,
  eventText,
  eventXml,
  renderRecords,
  type WindowsEvent,
} from '../../../src/index.js';

const STRONG = 'W=*B2!qmv_$PkbV4dJr';

/** The events of a log, in order, of a refused reset and then a successful one. */
function eventsOf(log: 'connector-application' | 'dc-security'): readonly WindowsEvent[] {
  const users = { MyUser: { activeDirectory: { passwordLastSet: '6 hours ago' } } };
  const simulation = createSimulation({ users }, { seed: 'golden' });
  simulation.reset({ user: 'MyUser', newPassword: STRONG });
  simulation.advance('1 day');
  simulation.reset({ user: 'MyUser', newPassword: STRONG });
  simulation.advance('2 minutes');
  return renderRecords(simulation.facts, simulation.ids).flatMap((entry) =>
    entry.log === log ? [entry.record] : [],
  );
}

/** What differs from run to run by seed, replaced by what it is. */
function withoutIds(text: string): string {
  return text
    .replaceAll(/(?<!\{)[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/g, '{guid}')
    .replaceAll(/[A-Za-z0-9+/]{22}==/g, '{anchor}')
    .replaceAll(/S-1-5-21-0-\d{10}-\d{10}-/g, 'S-1-5-21-0-{domain}-')
    .replaceAll(/0x[0-9a-f]{6,7}</g, '{logon}<')
    .replaceAll(/0x[0-9A-F]{6,7}$/gm, '{LOGON}')
    .replaceAll(/MMS\(\d{4}\)/g, 'MMS({thread})')
    .replaceAll(/\d{4}-\d{2}-\d{2}T[\d:]+\.\d{7}Z/g, '{time}')
    .replaceAll(/\d+\/\d+\/2023 \d+:\d{2}:\d{2} [AP]M/g, '{local time}')
    .replaceAll(/<EventRecordID>\d{5}</g, '<EventRecordID>{number}<')
    .replaceAll(/ProcessID="\d+" ThreadID="\d+"/g, 'ProcessID="{p}" ThreadID="{t}"')
    .replaceAll(/-\d{4,5}</g, '-{rid}<')
    .replaceAll(/\d{2}\/\d{2}\/\d{4} \d{2}:\d{2}:\d{2}/g, '{change date}');
}

describe('the messages of the sync server, byte for byte', () => {
  let messages: readonly (readonly [number, string])[];
  beforeAll(() => {
    messages = eventsOf('connector-application').map(({ id, message }) => [id, withoutIds(message)]);
  });

  it('of a policy refusal and of a success', () => {
    const started = [
      31001,
      'TrackingId: {guid}, PasswordResetRequestStart, Details: MyUser@contoso.onmicrosoft.com',
    ];
    const bind = [405, 'Call sync ldap_bind for DomainName=TEST.LOCAL, UserName=MSOL_161f84601d39.'];
    const logon = [
      403,
      'ImpersonationHelper call LogonUser for DomainName=TEST.LOCAL, UserName=MSOL_161f84601d39.',
    ];
    const context =
      'cloudAnchor: User_{guid}, SourceAnchorValue: {anchor}, UserPrincipalName: MyUser@contoso.onmicrosoft.com, unblockUser: True';
    const restriction =
      'A restriction prevents the password from being changed to the current one specified.';
    const engine = `Synchronization Engine returned an error hr=80230619, message=${restriction}`;
    expect(messages).toEqual([
      started,
      bind,
      logon,
      bind,
      [
        6329,
        `An unexpected error has occurred during a password set operation. \n "BAIL: MMS({thread}): ..\\server.cpp(11139): 0x80230619 (${restriction})\nAzure AD Sync 2.1.20.0"`,
      ],
      [
        33008,
        `TrackingId: {guid}, Reason: ${engine}, Context: ${context}, Details: Microsoft.CredentialManagement.OnPremisesPasswordReset.Shared.PasswordResetException: ${engine}\n   at AADPasswordReset.SynchronizationEngineManagedHandle.ThrowSyncEngineError(Int32 hr)`,
      ],
      started,
      bind,
      logon,
      bind,
      [31002, `TrackingId: {guid}, PasswordResetSuccess, Details: Context: ${context}`],
      [
        656,
        'Password Change Request - Anchor: {anchor}, Dn: CN=MyUser,CN=Users,DC=Test,DC=local, Change Date: {change date}',
      ],
      [
        657,
        'Password Change Result - Anchor : {anchor}, Dn : CN=MyUser,CN=Users,DC=Test,DC=local, PwdChangeOnLogon=False, Result : Success.\n\n<forest-info>\n  <partition-name>TEST.LOCAL</partition-name>\n  <connector-id>{guid}</connector-id>\n</forest-info>',
      ],
    ]);
  });

  it('of a denial', () => {
    const simulation = createSimulation({ connector: { rights: { resetPassword: false } } });
    simulation.reset({ user: 'MyUser', newPassword: STRONG });
    const texts = renderRecords(simulation.facts, simulation.ids).flatMap((entry) =>
      entry.log === 'connector-application' ? [withoutIds(entry.record.message)] : [],
    );
    const denied =
      'The password could not be updated because the management agent credentials were denied access.';
    expect(texts[4]).toContain(`0x80230626 (${denied})\n`);
    expect(texts[5]).toContain(
      `Reason: Synchronization Engine returned an error hr=80230626, message=${denied}, Context: `,
    );
  });
});

describe('the Security log, byte for byte', () => {
  let events: readonly WindowsEvent[];
  beforeAll(() => {
    events = eventsOf('dc-security');
  });

  const system = (id: number, keywords: string): string =>
    `<Event xmlns="http://schemas.microsoft.com/win/2004/08/events/event"><System><Provider Name="Microsoft-Windows-Security-Auditing" Guid="{54849625-5478-4994-a5ba-3e3b0328c30d}"/><EventID>${id}</EventID><Version>0</Version><Level>0</Level><Task>13824</Task><Opcode>0</Opcode><Keywords>${keywords}</Keywords><TimeCreated SystemTime="{time}"/><EventRecordID>{number}</EventRecordID><Correlation/><Execution ProcessID="{p}" ThreadID="{t}"/><Channel>Security</Channel><Computer>DC01.Test.local</Computer><Security/></System>`;
  const parties =
    '<Data Name="TargetUserName">MyUser</Data><Data Name="TargetDomainName">TEST</Data><Data Name="TargetSid">S-1-5-21-0-{domain}-{rid}</Data><Data Name="SubjectUserSid">S-1-5-21-0-{domain}-{rid}</Data><Data Name="SubjectUserName">MSOL_161f84601d39</Data><Data Name="SubjectDomainName">TEST</Data><Data Name="SubjectLogonId">{logon}</Data>';

  it('as XML: 4724 failure, then 4724 success and 4738', () => {
    const unchanged = (names: string): string =>
      names
        .split(' ')
        .map((name) => `<Data Name="${name}">-</Data>`)
        .join('');
    expect(events.map((event) => withoutIds(eventXml(event)))).toEqual([
      `${system(4724, '0x8010000000000000')}<EventData>${parties}</EventData></Event>`,
      `${system(4724, '0x8020000000000000')}<EventData>${parties}</EventData></Event>`,
      `${system(4738, '0x8020000000000000')}<EventData><Data Name="Dummy">-</Data>${parties}${unchanged('PrivilegeList SamAccountName DisplayName UserPrincipalName HomeDirectory HomePath ScriptPath ProfilePath UserWorkstations')}<Data Name="PasswordLastSet">{local time}</Data>${unchanged('AccountExpires PrimaryGroupId AllowedToDelegateTo OldUacValue NewUacValue UserAccountControl UserParameters SidHistory LogonHours')}</EventData></Event>`,
    ]);
  });

  it("as Event Viewer's text", () => {
    expect(withoutIds(eventText(events[0] as WindowsEvent))).toBe(`Log Name:      Security
Source:        Microsoft-Windows-Security-Auditing
Date:          {local time}
Event ID:      4724
Task Category: User Account Management
Level:         Information
Keywords:      Audit Failure
User:          N/A
Computer:      DC01.Test.local
Description:
An attempt was made to reset an account's password.

Subject:
\tSecurity ID:\t\tTEST\\MSOL_161f84601d39
\tAccount Name:\t\tMSOL_161f84601d39
\tAccount Domain:\t\tTEST
\tLogon ID:\t\t{LOGON}

Target Account:
\tSecurity ID:\t\tTEST\\MyUser
\tAccount Name:\t\tMyUser
\tAccount Domain:\t\tTEST`);
  });

  it('joins the records of one operation by the logon id, and no others', () => {
    const logons = events.map(({ data }) => data.find(({ name }) => name === 'SubjectLogonId')?.value);
    expect(logons[1]).toBe(logons[2]);
    expect(logons[0]).not.toBe(logons[1]);
  });

  it('does not take a name for a placeholder, nor let it break XML', () => {
    const users = { 'a%nick': { activeDirectory: { displayName: 'x' } }, toString: {}, "o'b&c": {} };
    const simulation = createSimulation({ users });
    for (const user of Object.keys(users)) simulation.reset({ user, newPassword: STRONG });
    const records = renderRecords(simulation.facts, simulation.ids).flatMap((entry) =>
      entry.log === 'dc-security' && entry.record.id === 4724 ? [entry.record] : [],
    );
    expect(records[0]?.message).toContain('Account Name:\t\ta%nick\n');
    expect(records[1]?.message).toContain('Account Name:\t\ttoString\n');
    expect(eventXml(records[2] as WindowsEvent)).toContain(`<Data Name="TargetUserName">o'b&amp;c</Data>`);
  });
});
