import { sourced, unpublished } from '../kernel/sourced.js';
import type { ApplicationEvent } from './application-events.js';
import type { ServiceEvent } from './facts.js';

const TROUBLESHOOT =
  'MicrosoftDocs/entra-docs: troubleshoot-sspr-writeback.md names the event and shows no text';

function client(id: number, level: ApplicationEvent['level'] = 'Information'): ApplicationEvent {
  return {
    id,
    provider: 'PasswordResetService',
    level,
    category: 'None',
    message: unpublished(TROUBLESHOOT),
  };
}

/** What the writeback client and the synchronisation service report about themselves. */
export const SERVICE_EVENTS: Readonly<Record<ServiceEvent, ApplicationEvent>> = {
  'onboarding-started': client(31004),
  'onboarding-succeeded': client(31005),
  'offboarding-started': client(31012),
  'offboarding-succeeded': client(31013),
  'client-started': client(31015),
  'client-stopped': client(31016),
  'token-acquired': client(31017),
  'key-pair-created': client(31018),
  'listener-lost': {
    ...client(31034, 'Error'),
    message: sourced(
      'sample',
      'jpazureid/blog: password-writeback-overview.md; what surrounds the sentence in the record is not published',
      'The connection to the connect service was lost.',
    ),
  },
  'client-unhealthy': {
    ...client(31044, 'Error'),
    message: sourced(
      'sample',
      'MicrosoftDocs/SupportArticles-docs: unable-configure-pwd-writeback-error.md',
      'TrackingId: {trackingId}, Password writeback service is not in a healthy state. No serviceHost for service bus endpoints are in running state. Please refer aka.ms/ssprtroubleshoot, Details: Version: 5.0.0.686',
    ),
  },
  'sync-account-refused': {
    id: 6900,
    provider: 'ADSync',
    level: 'Error',
    category: 'Server',
    message: sourced(
      'report',
      'cubesys.com.au, 2020; the record is published up to "multifactor or ot", the rest of the sentence is not',
      'The server encountered an unexpected error while processing a password change notification:\n "The ADSync service is not allowed to interact with the desktop to authenticate {syncAccount}."',
    ),
  },
  'token-refused': {
    id: 904,
    provider: 'Directory Synchronization',
    level: 'Error',
    category: 'None',
    message: unpublished('lazyadmin.nl names the event for a Conditional Access denial and shows no text'),
  },
  'synchronisation-failed': {
    id: 906,
    provider: 'Directory Synchronization',
    level: 'Error',
    category: 'None',
    message: unpublished('lazyadmin.nl names the event beside 904 and shows no text'),
  },
  'endpoint-failed': {
    id: 6800,
    provider: 'ADSync',
    level: 'Error',
    category: 'MA Extension',
    message: sourced(
      'sample',
      'MicrosoftDocs/SupportArticles-docs: unable-configure-pwd-writeback-error.md; the stack trace depends on the case',
      'The password management extension encountered an error.\n The stack trace is:\n"[no published text]"',
    ),
  },
};
