/** Bits of `userAccountControl` in the SAM's order, as Windows names them; the text for bits 0 and 10 is another. */
const CONTROL_BITS = [
  ['Account Enabled', 'Account Disabled'],
  'Home Directory Required',
  'Password Not Required',
  'Temp Duplicate Account',
  'Normal Account',
  'MNS Logon Account',
  'Interdomain Trust Account',
  'Workstation Trust Account',
  'Server Trust Account',
  "Don't Expire Password",
  ['Account Unlocked', 'Account Locked'],
  'Encrypted Text Password Allowed',
  'Smartcard Required',
  'Trusted For Delegation',
  'Not Delegated',
  'Use DES Key Only',
  "Don't Require Preauth",
  'Password Expired',
  'Trusted To Authenticate For Delegation',
  'Exclude Authorization Information',
  'Undefined UserAccountControl Bit 20',
  'Protect Kerberos Service Tickets with AES Keys',
] as const;

/** How many bits of `userAccountControl` have names. */
export const NAMED_CONTROL_BITS = CONTROL_BITS.length;

/** A bit that was cleared is 2048 and its position, one that was set 2080 and its position. */
export const BIT_CLEARED = 2048;
export const BIT_SET = 2080;

/**
 * What the viewer shows for a `%%` code in a field.
 *
 * Source: the message table of msobjs.dll 10.0.22000.1, libyal/winevt-kb: MessageFile-msobjs.dll.md.
 */
export const PARAMETER_STRINGS: ReadonlyMap<number, string> = new Map([
  [1793, '<value not set>'],
  [1794, '<never>'],
  [1795, 'Enabled'],
  [1796, 'Disabled'],
  [1797, 'All'],
  [1833, 'Impersonation'],
  [1840, 'Delegation'],
  [1842, 'Yes'],
  [1843, 'No'],
  ...CONTROL_BITS.flatMap((name, bit): (readonly [number, string])[] => {
    const [cleared, set] = typeof name === 'string' ? [`'${name}' - Disabled`, `'${name}' - Enabled`] : name;
    return [
      [BIT_CLEARED + bit, cleared],
      [BIT_SET + bit, set],
    ];
  }),
  [2304, 'An Error occured during Logon.'],
  [2305, 'The specified user account has expired.'],
  [2307, 'Account locked out.'],
  [2308, 'The user has not been granted the requested logon type at this machine.'],
  [2309, "The specified account's password has expired."],
  [2310, 'Account currently disabled.'],
  [2311, 'Account logon time restriction violation.'],
  [2312, 'User not allowed to logon at this computer.'],
  [2313, 'Unknown user name or bad password.'],
  [7685, 'Write Property'],
  [7688, 'Control Access'],
  [14674, 'Value Added'],
  [14675, 'Value Deleted'],
  [14676, 'Active Directory Domain Services'],
]);
