import type { Emitted } from '../kernel/fact.js';
import { isAdministrator } from '../tenant/administrators.js';
import type { HelpdeskPageOpened, MailSent } from '../tenant/facts.js';
import {
  addressesOf,
  administratorsToAsk,
  administratorsToTell,
  alternateAddress,
} from '../tenant/mail-recipients.js';
import type { MailName } from '../tenant/mails.js';
import type { View } from '../world/state.js';
import type { Attempt } from './attempt.js';
import type { WayOfLeaving } from './person.js';
import { at } from './stage.js';
import { cloudUserOf, ENTRA_HOST } from './tenant-facts.js';

type AttemptView = Readonly<Attempt>;

function mail({ tenant }: View, name: MailName, to: readonly string[]): Emitted<MailSent> {
  const { name: organization, cloud } = tenant;
  return at(ENTRA_HOST, { kind: 'mail-sent', mail: name, to, organization, cloud });
}

/** The code for the option "email". */
export function codeMail(view: View, attempt: AttemptView): Emitted<MailSent> {
  const user = cloudUserOf(view, attempt);
  return mail(view, 'verificationCode', [alternateAddress(user) ?? user.userPrincipalName]);
}

/** What the tenant has chosen to tell of a finished reset: to the user, and of an administrator's to the others. */
export function notices(view: View, attempt: AttemptView): readonly Emitted<MailSent>[] {
  const { users, administrators, administratorsNotified } = view.tenant.sspr.notifications;
  const user = cloudUserOf(view, attempt);
  const told: Emitted<MailSent>[] = [];
  if (users) told.push(mail(view, 'passwordReset', addressesOf(user)));
  if (administrators && isAdministrator(user)) {
    const others = administratorsToTell(view.tenant, administratorsNotified, user);
    told.push(mail(view, 'administratorReset', others));
  }
  return told;
}

/** Where "Contact your administrator" leads: to administrators by mail, or where the tenant says. */
export function helpAsked(
  view: View,
  attempt: AttemptView,
  how: WayOfLeaving | undefined,
): readonly (Emitted<MailSent> | Emitted<HelpdeskPageOpened>)[] {
  if (how !== 'contacts an administrator') return [];
  const { helpdesk } = view.tenant.sspr;
  if (helpdesk === undefined) return [mail(view, 'helpRequest', administratorsToAsk(view.tenant))];
  if (!/^https?:/.test(helpdesk)) return [mail(view, 'helpRequest', [helpdesk])];
  const user = cloudUserOf(view, attempt).userPrincipalName;
  return [at(ENTRA_HOST, { kind: 'helpdesk-page-opened', user, url: helpdesk })];
}
