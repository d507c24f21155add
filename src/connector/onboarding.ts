import { decideBy, type Decision, type Rule } from '../kernel/decision.js';
import { decideCloudPath, type CloudPathRefusal, type Environment } from './cloud-path.js';
import type { ServiceEvent } from './facts.js';

/** What can go wrong once while writeback is being set up, by the words of troubleshoot-sspr-writeback.md. */
export const ONBOARDING_FAULTS = [
  'invalid input',
  'configuration cannot be saved',
  'configuration in memory cannot be updated',
  'invalid answer from the web service',
  'key generation fails',
  'unknown error',
] as const;
export type OnboardingFault = (typeof ONBOARDING_FAULTS)[number];

/** Why password writeback could not be switched on. */
export type OnboardingRefusal =
  | CloudPathRefusal
  | { readonly rule: 'stale-configuration' }
  | { readonly rule: 'setup-administrator-refused' }
  | { readonly rule: 'onboarding-failed'; readonly fault: OnboardingFault };

/** Switching writeback on or off, and all that decides whether it works. */
export interface Onboarding {
  readonly environment: Environment;
  /** What an earlier configuration left behind stands in the way of switching on. */
  readonly stale: boolean;
  /** Whether a token is given to the administrator: not to a federated one. */
  readonly administratorIsManaged: boolean;
  readonly fault: OnboardingFault | undefined;
}

const RULES: readonly Rule<Onboarding, OnboardingRefusal>[] = [
  {
    rule: 'stale-configuration',
    refusal: ({ stale }) => (stale ? { rule: 'stale-configuration' } : undefined),
  },
  {
    rule: 'firewall-blocks-443',
    refusal: ({ environment }) => {
      // Only the web service is asked; the relays come afterwards.
      const firewall = environment.firewall === 'closed' ? 'closed' : 'open';
      const path = decideCloudPath({ ...environment, firewall });
      return path.allowed ? undefined : path.refusal;
    },
  },
  {
    rule: 'setup-administrator-refused',
    refusal: ({ administratorIsManaged }) =>
      administratorIsManaged ? undefined : { rule: 'setup-administrator-refused' },
  },
  {
    rule: 'onboarding-failed',
    refusal: ({ fault }) => (fault === undefined ? undefined : { rule: 'onboarding-failed', fault }),
  },
];

/** Whether switching writeback on works. */
export function decideOnboarding(onboarding: Onboarding): Decision<OnboardingRefusal> {
  return decideBy(RULES, onboarding);
}

/** What is recorded when it does; the order is inferred from what each event says. */
export const ONBOARDED = [
  'onboarding-started',
  'token-acquired',
  'key-pair-created',
  'onboarding-succeeded',
] as const satisfies readonly ServiceEvent[];
export const OFFBOARDED = [
  'offboarding-started',
  'token-acquired',
  'offboarding-succeeded',
  'client-stopped',
] as const satisfies readonly ServiceEvent[];

/** The records of one published case, where the cause was the clock or TLS (unable-configure-pwd-writeback-error.md). */
const PUBLISHED_CASE = [
  'wizard-call-failed',
  'endpoint-failed',
  'web-service-unreachable',
  'client-unhealthy',
] as const satisfies readonly ServiceEvent[];

const UNREACHABLE = [
  'onboarding-started',
  'onboarding-unreachable',
] as const satisfies readonly ServiceEvent[];

const FAULT_EVENTS: Readonly<Record<OnboardingFault, readonly ServiceEvent[]>> = {
  'invalid input': ['onboarding-started', 'token-acquired', 'input-invalid'],
  'configuration cannot be saved': [
    'onboarding-started',
    'token-acquired',
    'key-pair-created',
    'configuration-failed',
  ],
  'configuration in memory cannot be updated': [
    'onboarding-started',
    'token-acquired',
    'key-pair-created',
    'configuration-not-updated',
  ],
  'invalid answer from the web service': ['onboarding-started', 'token-acquired', 'answer-invalid'],
  'key generation fails': ['onboarding-started', 'token-acquired', 'cryptography-failed'],
  'unknown error': ['onboarding-started', 'token-acquired', 'unknown-error'],
};

/**
 * What is recorded when switching on fails. What each event stands for is documented
 * (troubleshoot-sspr-writeback.md); which events come before it is inferred.
 */
export function onboardingFailed(refusal: OnboardingRefusal): readonly ServiceEvent[] {
  switch (refusal.rule) {
    case 'stale-configuration':
      return ['wizard-call-failed'];
    case 'setup-administrator-refused':
      return ['onboarding-started', 'token-not-acquired'];
    case 'onboarding-failed':
      return FAULT_EVENTS[refusal.fault];
    case 'tls-12-disabled':
      return PUBLISHED_CASE;
    case 'cloud-names-unresolved':
    case 'firewall-blocks-443':
    case 'proxy-in-the-way':
    case 'root-certificate-missing':
      return UNREACHABLE;
  }
}

/** What is recorded when switching off fails. */
export function offboardingFailed(
  refusal: Exclude<OnboardingRefusal, { rule: 'stale-configuration' | 'onboarding-failed' }>,
): readonly ServiceEvent[] {
  return refusal.rule === 'setup-administrator-refused'
    ? ['offboarding-started', 'token-not-acquired', 'offboarding-failed']
    : ['offboarding-started', 'offboarding-unreachable'];
}
