import type { ClientTrouble } from './client.js';
import type { ServerFaultRefusal } from './server-faults.js';
import type { OnboardingRefusal } from './onboarding.js';

/** Why a request never reaches the domain, or its answer never the cloud. */
export type ConnectorRefusal =
  | ClientTrouble
  | ServerFaultRefusal
  | OnboardingRefusal
  /** The cloud encrypts with another key than the server has. */
  | { readonly rule: 'key-mismatch' }
  | { readonly rule: 'nobody-listening' }
  | { readonly rule: 'writeback-switched-off' }
  /** The service stopped while it was at work; whether the password had been written by then. */
  | { readonly rule: 'service-died'; readonly written: boolean }
  /** The work was done, and the way back to the cloud was gone. */
  | { readonly rule: 'answer-lost'; readonly written: boolean }
  /** The connector looks before it writes: a domain controller would have accepted. */
  | { readonly rule: 'account-disabled-on-premises'; readonly account: string };
