import type { LogName } from '../records/entry.js';

/** Through whose eyes a story can be seen. */
export const VIEWS = ['user', 'cloud', 'connector', 'dc', 'helpdesk'] as const;
export type ViewName = (typeof VIEWS)[number];

/** What each can read. The help desk has what the person reads out over the telephone, and the audit log. */
export const LOGS_SEEN_BY: Readonly<Record<ViewName, readonly LogName[]>> = {
  user: ['user-screen', 'mail'],
  cloud: ['entra-audit', 'entra-sign-in'],
  connector: ['connector-application', 'console'],
  dc: ['dc-security', 'dc-system', 'dc-password-protection'],
  helpdesk: ['user-screen', 'entra-audit', 'entra-sign-in'],
};

/** In the words of a failed expectation. */
export const VIEW_SAYS: Readonly<Record<ViewName, string>> = {
  user: 'the user',
  cloud: 'the tenant',
  connector: 'the sync server',
  dc: 'the domain controller',
  helpdesk: 'the help desk',
};

/** Where a log is read. */
export const LOG_SAYS: Readonly<Record<LogName, string>> = {
  console: "the administrator's console",
  'user-screen': "the user's screen",
  mail: 'the mailboxes',
  'entra-audit': "the tenant's audit log",
  'entra-sign-in': "the tenant's sign-in log",
  'connector-application': "the sync server's Application log",
  'dc-security': "the domain controller's Security log",
  'dc-system': "the domain controller's System log",
  'dc-password-protection': "the agent's log on the domain controller",
};
