import { article, sourced, type Sourced } from '../kernel/sourced.js';
import { CMDLETS } from './console-cmdlets.js';
import { TENANT_RUNBOOK, TUTORIAL, WRITEBACK_NOT_CONFIGURED } from './sources.js';

type Text = Sourced & { readonly text: string };

/** What an administrator does on the sync server: the lines typed or the pages clicked, and what is read. */
export interface ConsoleSession {
  readonly shell: 'PowerShell' | 'wizard';
  readonly input: readonly Text[];
  readonly output: readonly Text[];
}

const tutorial = (text: string): Text => sourced('doc', TUTORIAL, text);
const counterpart = (text: string): Text =>
  sourced('inferred', "inferred: the counterpart of the founding article's Restart-Service ADSync", text);

const FIND_CONNECTOR = article(
  '$ADconnector = (Get-ADSyncConnector | Where-Object {$_.Name -like "*AAD"}).Name',
);
const UPDATED = article('Password Reset Configuration for AAD connector "{connectorName}" updated.');

const WIZARD_START = [
  article('Azure AD Connect: Configure'),
  tutorial('Additional tasks: Customize synchronization options'),
  tutorial('Connect to Azure AD: the administrator signs in'),
  article('Connect your directories: Next'),
  article('Domain and OU filtering: Next'),
] as const;
const WIZARD_END = [
  article('Directory extensions: Next'),
  article('Enable single sign-on: Next'),
  sourced(
    'doc',
    `${TUTORIAL}; the box is in the founding article`,
    'Ready to configure: Start the synchronization process when configuration completes, Configure',
  ),
] as const;

/** What a refused sign-in of the synchronisation account does to a cmdlet that needs it. */
const NOT_INTERACTIVE = sourced(
  'sample',
  'alitajran.com, "Conditional Access MFA breaks Azure AD Connect synchronization", 2021',
  'System.Management.Automation.CmdletInvocationException: System.InvalidOperationException: Showing a modal dialog box or form when the application is not running in UserInteractive mode is not a valid operation. Specify the ServiceNotification or DefaultDesktopOnly style to display a notification from a service application.',
);

const deltaSync = article('Start-ADSyncSyncCycle -PolicyType Delta');

export const CONSOLE = {
  ...CMDLETS,
  'enable-writeback-powershell': {
    shell: 'PowerShell',
    input: [
      FIND_CONNECTOR,
      article('Set-ADSyncAADPasswordResetConfiguration -Connector $ADconnector -Enable:$True'),
    ],
    output: [UPDATED],
  },
  'disable-writeback-powershell': {
    shell: 'PowerShell',
    input: [
      FIND_CONNECTOR,
      article('Set-ADSyncAADPasswordResetConfiguration -Connector $ADconnector -Enable:$False'),
    ],
    output: [UPDATED],
  },
  'enable-writeback-wizard': {
    shell: 'wizard',
    input: [...WIZARD_START, article('Optional features: Password writeback, ticked'), ...WIZARD_END],
    output: [],
  },
  'enable-writeback-powershell-stale': {
    shell: 'PowerShell',
    input: [
      FIND_CONNECTOR,
      article('Set-ADSyncAADPasswordResetConfiguration -Connector $ADconnector -Enable:$True'),
    ],
    output: [
      sourced('report', TENANT_RUNBOOK, 'E_FAIL'),
      sourced(
        'report',
        TENANT_RUNBOOK,
        'Password reset configuration may be in an invalid state. Try removing the configuration.',
      ),
    ],
  },
  'enable-writeback-wizard-refused': {
    shell: 'wizard',
    input: [...WIZARD_START, article('Optional features: Password writeback, ticked'), ...WIZARD_END],
    output: [
      sourced(
        'doc',
        WRITEBACK_NOT_CONFIGURED,
        'Unable to configure password writeback. Ensure you have the required license.',
      ),
    ],
  },
  'disable-writeback-wizard': {
    shell: 'wizard',
    input: [...WIZARD_START, tutorial('Optional features: Password writeback, cleared'), ...WIZARD_END],
    output: [],
  },
  'start-delta-sync': { shell: 'PowerShell', input: [deltaSync], output: [] },
  'start-delta-sync-refused': { shell: 'PowerShell', input: [deltaSync], output: [NOT_INTERACTIVE] },
  'restart-adsync': { shell: 'PowerShell', input: [article('Restart-Service ADSync')], output: [] },
  'stop-adsync': {
    shell: 'PowerShell',
    input: [counterpart('Stop-Service ADSync')],
    output: [],
  },
  'start-adsync': {
    shell: 'PowerShell',
    input: [counterpart('Start-Service ADSync')],
    output: [],
  },
} as const satisfies Record<string, ConsoleSession>;

export type ConsoleCommand = keyof typeof CONSOLE;
