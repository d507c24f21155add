/** Where the simulator knowingly does otherwise than the real service. */
export interface Difference {
  readonly what: string;
  readonly real: string;
  readonly here: string;
}

export const DIFFERENCES: readonly Difference[] = [
  {
    what: 'Lists of banned passwords',
    real: 'a global list that nobody outside has seen',
    here: "a short stand-in, and the tenant's own list",
  },
  {
    what: "Latency of the tenant's logs",
    real: '5 to 10 minutes, up to an hour',
    here: "drawn from the row's id: one row of twenty comes after the ten minutes (inferred)",
  },
  {
    what: 'Sign-in',
    real: 'factors, devices, places, risk, Conditional Access',
    here: 'the password alone; properties of the others are left out of the rows',
  },
  {
    what: 'Federation',
    real: 'a federation server with logs of its own',
    here: 'it asks the domain; its pages and logs are not modelled',
  },
  {
    what: 'Agents of pass-through authentication',
    real: 'several, each with a log',
    here: 'one that always runs, on the sync server; its log is not modelled',
  },
  {
    what: 'Echo of a password hash in the audit log',
    real: 'a tenant of July 2026 shows a row "Update PasswordProfile" beside "Change user password"',
    here: 'the two rows that earlier samples show',
  },
  {
    what: 'Rows of synchronisation',
    real: 'each cycle updates users',
    here: 'only passwords leave rows',
  },
  {
    what: "Pages of a change, and of an administrator's reset",
    real: 'a text for each error',
    here: 'the number of the error, where its text is in no public source',
  },
  {
    what: 'Temporary passwords',
    real: 'the Entra admin center makes one up',
    here: 'the administrator gives one: newPassword is required',
  },
  {
    what: 'Members of groups in the Security log',
    real: '4728 and 4729 (global groups), 4732 and 4733 (domain local), 4756 and 4757 (universal)',
    here: 'joining and leaving a group leaves no record',
  },
  {
    what: 'Microsoft Graph',
    real: 'filters, pages of results, retention',
    here: 'one page with all rows, newest first',
  },
  {
    what: 'Retired builds of Connect',
    real: 'builds below 2.5.79.0 stop synchronising on 2026-09-30 (how-to-connect-install-prerequisites.md)',
    here: 'a build works whatever the date',
  },
  {
    what: 'Browsers',
    real: 'rows and sign-ins carry a user agent',
    here: 'the fields are there and empty',
  },
];
