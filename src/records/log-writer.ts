import type { ConnectorFact } from '../connector/facts.js';
import type { DomainFact } from '../domain/facts.js';
import type { Fact } from '../kernel/fact.js';
import type { Ids } from '../kernel/ids.js';
import type { Instant } from '../kernel/instant.js';
import type { TenantFact } from '../tenant/facts.js';
import type { Entry } from './entry.js';
import { writeApplicationEvent } from './windows/application-log.js';
import { onItsOwnClock } from './windows/own-clock.js';
import { Chatter } from './windows/chatter.js';
import { RecordNumbers } from './windows/record-numbers.js';
import { writeAgentEvents } from './windows/password-protection-log.js';
import { writeSamEvent } from './windows/sam-log.js';
import { writeSecurityEvent } from './windows/security-log.js';
import { writeDirectoryChange } from './directory-change.js';
import { writeDirectoryAudit } from './directory-audit.js';
import { writeConsole } from './console.js';
import { writeSignIn } from './sign-in.js';
import { writeMail } from './mail.js';
import { writeScreen } from './user-screen.js';
import type { WritingContext } from './writing-context.js';

/** Facts that some log shows. */
export type RecordedFact = TenantFact | ConnectorFact | DomainFact;

export interface WritingOptions {
  /**
   * Whether records that come by themselves every few minutes are shown, such as heartbeats. Record numbers count them
   * in any case.
   * @defaultValue false
   */
  readonly chatter?: boolean;
}

/** Renders facts as records, in order. Its cursor is part of it: chunks render as the whole would. */
export class LogWriter {
  readonly #context: WritingContext;
  readonly #chatter: Chatter;

  constructor(ids: Ids, { chatter = false }: WritingOptions = {}) {
    this.#context = { ids, numbers: new RecordNumbers(ids) };
    this.#chatter = new Chatter(this.#context, chatter);
  }

  /** The records that one fact leaves, after those that came by themselves before it; each fact once, in order. */
  write(fact: Fact<RecordedFact>): readonly Entry[] {
    const before = this.#chatter.until(fact.at);
    const own = onItsOwnClock(this.#writeFact(fact), fact.skew);
    return before.length === 0 ? own : [...before, ...own];
  }

  /** The records that have come by themselves since the last fact, until an instant. */
  until(instant: Instant): readonly Entry[] {
    return this.#chatter.until(instant);
  }

  #writeFact(fact: Fact<RecordedFact>): readonly Entry[] {
    const { body } = fact;
    switch (body.kind) {
      case 'flow-progressed':
      case 'operation-reported':
      case 'reset-blocked':
      case 'security-info-changed':
      case 'cloud-password-written':
        return writeDirectoryAudit({ ...fact, body }, this.#context);
      case 'directory-changed':
        return [writeDirectoryChange({ ...fact, body }, this.#context)];
      case 'mail-sent':
        return [writeMail({ ...fact, body })];
      case 'screen-shown':
      case 'helpdesk-page-opened':
      case 'domain-sign-in-refused':
      case 'sign-in-page-shown':
        return [writeScreen({ ...fact, body })];
      case 'cloud-sign-in':
        return [writeSignIn({ ...fact, body }, this.#context)];
      case 'console-used':
      case 'integration-page-opened':
      case 'portal-setting-changed':
        return [writeConsole({ ...fact, body })];
      case 'chatter-began':
        this.#chatter.begin({ ...fact, body });
        return [];
      case 'chatter-ended':
        this.#chatter.end({ ...fact, body });
        return [];
      case 'clock-set':
        this.#chatter.setClock(fact);
        return [];
      case 'service-reported':
      case 'writeback-started':
      case 'ldap-bind':
      case 'logon-user':
      case 'writeback-succeeded':
      case 'engine-failed':
      case 'writeback-failed':
      case 'password-hash-seen':
      case 'password-hash-sync-failed':
      case 'password-hash-accepted':
        return [writeApplicationEvent({ ...fact, body }, this.#context)];
      case 'password-reset-attempted':
      case 'password-change-attempted':
      case 'credentials-validated':
      case 'preauthentication-failed':
      case 'logon-failed':
      case 'session-opened':
      case 'access-control-stamped':
      case 'domain-policy-changed':
      case 'object-accessed':
      case 'attribute-modified':
      case 'account-changed':
      case 'account-unlocked':
      case 'account-locked-out':
      case 'account-enabled':
      case 'account-disabled':
        return writeSecurityEvent({ ...fact, body }, this.#context);
      case 'remote-sam-denied':
      case 'length-settings-in-effect':
      case 'short-password-set':
      case 'length-not-enforced':
        return [writeSamEvent({ ...fact, body }, this.#context)];
      case 'password-screened':
        return writeAgentEvents({ ...fact, body }, this.#context);
    }
  }
}

/** Every record of a whole journal. */
export function renderRecords(
  facts: readonly Fact<RecordedFact>[],
  ids: Ids,
  options: WritingOptions = {},
): readonly Entry[] {
  const writer = new LogWriter(ids, options);
  return facts.flatMap((fact) => writer.write(fact));
}
