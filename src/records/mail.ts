import type { Fact } from '../kernel/fact.js';
import { fill, NO_PUBLISHED_TEXT } from '../kernel/sourced.js';
import type { MailSent } from '../tenant/facts.js';
import { MAILS, MAIL_SENDER_NAME, MAIL_SENDERS } from '../tenant/mails.js';
import type { Entry } from './entry.js';

/** A mail as its recipients have it in their list. */
export interface MailRecord {
  readonly from: string;
  readonly fromName: string;
  readonly to: readonly string[];
  readonly subject: string;
}

export function writeMail(fact: Fact<MailSent>): Entry<'mail'> {
  const { mail, to, organization, cloud } = fact.body;
  const sender = MAIL_SENDERS[cloud];
  const subject = MAILS[mail];
  return {
    log: 'mail',
    host: fact.host,
    at: fact.at,
    session: fact.session,
    record: {
      from: sender.text,
      fromName: fill(MAIL_SENDER_NAME.text, { organization }),
      to,
      subject: subject.text === undefined ? NO_PUBLISHED_TEXT : fill(subject.text, { organization }),
    },
    provenance: [
      { part: 'from', string: sender },
      { part: 'fromName', string: MAIL_SENDER_NAME },
      { part: 'subject', string: subject },
    ],
  };
}
