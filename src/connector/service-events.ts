import { sourced, unpublished } from '../kernel/sourced.js';
import type { ApplicationEvent } from './application-events.js';
import type { ServiceEvent } from './facts.js';
import { SUPPORT_BLOG, TROUBLESHOOTING, WRITEBACK_NOT_CONFIGURED } from './sources.js';

function client(id: number, level: ApplicationEvent['level'] = 'Information'): ApplicationEvent {
  return {
    id,
    provider: 'PasswordResetService',
    level,
    category: 'None',
    message: unpublished(`${TROUBLESHOOTING} names the event and shows no text`),
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
      `${SUPPORT_BLOG}; what surrounds the sentence in the record is not published`,
      'The connection to the connect service was lost.',
    ),
  },
  'client-unhealthy': {
    ...client(31044, 'Error'),
    message: sourced(
      'sample',
      WRITEBACK_NOT_CONFIGURED,
      'TrackingId: {trackingId}, Password writeback service is not in a healthy state. No serviceHost for service bus endpoints are in running state. Please refer aka.ms/ssprtroubleshoot, Details: Version: 5.0.0.686',
    ),
  },
  heartbeat: {
    ...client(31019),
    message: sourced(
      'sample',
      'the script "SSPR_0030 - Microsoft Entra Connect Diagnostic Tool", which looks for these words; what surrounds them in the record is not published',
      'HeartBeat for Namespace: {namespace}',
    ),
  },
  'health-report-failed': client(32015, 'Error'),
  'listener-distrusts': {
    ...client(31034, 'Error'),
    message: sourced(
      'doc',
      `${TROUBLESHOOTING}; what surrounds the words in the record is not published`,
      'The remote certificate is invalid',
    ),
  },
  'relay-unreachable': {
    ...client(32002, 'Error'),
    message: sourced(
      'doc',
      TROUBLESHOOTING,
      'Error Connecting to ServiceBus. The token provider was unable to provide a security token.',
    ),
  },
  'relay-retried': client(32014, 'Warning'),
  'web-service-unreachable': {
    ...client(32001, 'Error'),
    message: sourced(
      'sample',
      WRITEBACK_NOT_CONFIGURED,
      "TrackingId: {trackingId}, Couldn't connect to any service bus endpoint(s), Details:",
    ),
  },
  'configuration-failed': client(32005, 'Error'),
  'configuration-not-updated': client(32007, 'Error'),
  'cryptography-failed': client(32010, 'Error'),
  'unknown-error': client(32000, 'Error'),
  'input-invalid': client(32003, 'Error'),
  'answer-invalid': client(32008, 'Error'),
  'onboarding-unreachable': client(32011, 'Error'),
  'offboarding-unreachable': client(32013, 'Error'),
  'offboarding-failed': client(31014, 'Error'),
  'token-not-acquired': {
    ...client(32009, 'Error'),
    message: sourced(
      'doc',
      `${TROUBLESHOOTING}; what surrounds the words in the record is not published`,
      'Error getting auth token.',
    ),
  },
  'wizard-call-failed': {
    id: 6306,
    provider: 'ADSync',
    level: 'Error',
    category: 'Server',
    message: sourced(
      'sample',
      WRITEBACK_NOT_CONFIGURED,
      'The server encountered an unexpected error while performing an operation for the client.',
    ),
  },
  'sync-account-refused': {
    id: 6900,
    provider: 'ADSync',
    level: 'Error',
    category: 'Server',
    message: sourced(
      'sample',
      'cubesys.com.au, "Azure AD – Don\'t forget to exclude the directory synchronization accounts from conditional access", 2020; of what follows this sentence only a beginning is known',
      'The server encountered an unexpected error while processing a password change notification:\n "The ADSync service is not allowed to interact with the desktop to authenticate {syncAccount}."',
    ),
  },
  'token-refused': {
    id: 904,
    provider: 'Directory Synchronization',
    level: 'Error',
    category: 'None',
    message: unpublished(
      'lazyadmin.nl, "Microsoft Entra Connect Sync Error due to Conditional Access", names the event and shows no text',
    ),
  },
  'synchronisation-failed': {
    id: 906,
    provider: 'Directory Synchronization',
    level: 'Error',
    category: 'None',
    message: unpublished(
      'lazyadmin.nl, "Microsoft Entra Connect Sync Error due to Conditional Access", names the event and shows no text',
    ),
  },
  'endpoint-failed': {
    id: 6800,
    provider: 'ADSync',
    level: 'Error',
    category: 'MA Extension',
    message: sourced(
      'sample',
      `${WRITEBACK_NOT_CONFIGURED}; the stack trace depends on the case`,
      'The password management extension encountered an error.\n The stack trace is:\n"[no published text]"',
    ),
  },
};
