import { sourced } from '../kernel/sourced.js';
import type { EventTemplate } from './event-template.js';

/** A record of the Security Accounts Manager: its EventData has a name of its own. */
export interface SamEvent extends EventTemplate {
  readonly level: { readonly value: number; readonly name: string };
  /** The name that the message has in Windows; undefined where no record shows it. */
  readonly dataName: string | undefined;
}

const INFORMATION = { value: 4, name: 'Information' } as const;
const WARNING = { value: 3, name: 'Warning' } as const;
const ERROR = { value: 2, name: 'Error' } as const;

const REMOTE_CALLS_DENIED =
  '%2 remote calls to the SAM database have been denied in the past %1 seconds throttling window';

const LENGTH_PAGE = 'support.microsoft.com, KB4557232';
/** Two blank lines apart, as the message files have it; what differs between builds is said beside each. */
const MORE = '%n%nFor more information see https://go.microsoft.com/fwlink/?LinkId=2097191.';

/**
 * Its records in the System log, by what happened.
 *
 * Sources: for 16977 a real record (gist of an event log of Windows 10, 2021-01-20) and detection-wiki; for the texts of
 * 16978 and 16979 the published message table of the provider; the names of their fields and of their EventData, and
 * the levels, are inferred from 16977 and 16962.
 */
export const SAM_EVENTS = {
  'remote-sam-denied': {
    id: 16969,
    version: 0,
    level: WARNING,
    dataName: undefined,
    fields: [
      ['Throttle window:', 'UnicodeString'],
      ['Suppressed Message Count:', 'UnicodeString'],
    ],
    message: sourced(
      'sample',
      'the message catalogue of Microsoft-Windows-Directory-Services-SAM, NickSmet/ts-evtx; names of the fields: community.alteryx.com, "Schedules being disabled - Event 16969"',
      `${REMOTE_CALLS_DENIED}.%nFor more information please see http://go.microsoft.com/fwlink/?LinkId=787651.`,
    ),
  },
  'length-settings-in-effect': {
    id: 16977,
    version: 0,
    level: INFORMATION,
    dataName: 'SAMMSG_MINPWDLEN_SETTINGS_IN_EFFECT',
    fields: [
      ['MinimumPasswordLength', 'Int32'],
      ['RelaxMinimumPasswordLengthLimits', 'Int32'],
      ['MinimumPasswordLengthAudit', 'Int32'],
    ],
    message: sourced(
      'sample',
      'detection-wiki: Microsoft-Windows-Directory-Services-SAM, 16977',
      `The domain is configured with the following minimum password length-related settings.%n%nMinimumPasswordLength: %1%n%nRelaxMinimumPasswordLengthLimits: %2%n%nMinimumPasswordLengthAudit: %3${MORE}`,
    ),
  },
  'short-password-set': {
    id: 16978,
    version: 0,
    level: WARNING,
    dataName: undefined,
    fields: [
      ['AccountName', 'UnicodeString'],
      ['MinimumPasswordLength', 'Int32'],
      ['MinimumPasswordLengthAudit', 'Int32'],
    ],
    message: sourced(
      'sample',
      `the message table of Microsoft-Windows-Directory-Services-SAM; ${LENGTH_PAGE}`,
      `The following account has been configured with a password whose length is shorter than the current MinimumPasswordLengthAudit setting.%n%nAccountName: %1%n%nMinimumPasswordLength: %2%n%nMinimumPasswordLengthAudit: %3${MORE}`,
    ),
  },
  'length-not-enforced': {
    id: 16979,
    version: 0,
    level: ERROR,
    dataName: undefined,
    fields: [['MinimumPasswordLength', 'Int32']],
    message: sourced(
      'sample',
      `the message table of Microsoft-Windows-Directory-Services-SAM; ${LENGTH_PAGE}`,
      `The domain is incorrectly configured with a MinimumPasswordLength setting that is greater than 14.%n%nNOTE: until this is corrected, the domain will enforce a smaller MinimumPasswordLength setting of 14.%n%nCurrently configured MinimumPasswordLength value: %1${MORE}`,
    ),
  },
} as const satisfies Record<string, SamEvent>;

/** What all of them carry (the same real record). */
export const SAM_LOG = {
  provider: 'Microsoft-Windows-Directory-Services-SAM',
  guid: '{0d4fdc09-8c27-494a-bda0-505e4fd8adae}',
  channel: 'System',
  task: { value: 0, name: 'None' },
  keywords: { value: '0x8000000000000000', name: '' },
  userSid: 'S-1-5-18',
} as const;
