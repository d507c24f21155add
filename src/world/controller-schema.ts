import * as z from 'zod/mini';
import { LOCALES } from '../kernel/local-time.js';
import { skewIn } from './clock-skew.js';
import { described, flag } from './described.js';
import { DURATION_SAYS, durationText } from './duration-text.js';
import { readable } from './readable.js';

/** How far the clock of a machine is off. */
export function clockSkew(): z.ZodMiniDefault<z.ZodMiniString> {
  return described(
    'How far the clock of the machine is off: ahead, as in "7 min", or behind, as in "-7 min". More than 5 minutes are too much for Kerberos.',
    z._default(z.string().check(readable(skewIn)), '0'),
  );
}

/** A domain controller. */
export const controller = z.strictObject({
  readOnly: flag('True for a read-only domain controller.', false),
  online: flag('Whether it runs when the story begins.', true),
  utcOffset: described(
    "The machine's offset from UTC, such as +02:00, as its records show local times.",
    z._default(
      z.string().check(z.regex(/^[+-](0\d|1[0-4]):[0-5]\d$/, 'an offset from UTC looks like +02:00')),
      '+00:00',
    ),
  ),
  locale: described(
    'The language in which its records have local times, such as PasswordLastSet in event 4738.',
    z._default(z.enum(LOCALES), 'en-US'),
  ),
  clockSkew: clockSkew(),
});

/** The delays of replication within a site. */
export const replication = z.strictObject({
  firstPartner: described(
    `Until a domain controller tells its first partner that something has changed: ${DURATION_SAYS}. Windows' own figure is 15 seconds. Locks, passwords that must be changed, and the domain's password policy do not wait; fine-grained policies do.`,
    z._default(durationText, '15 s'),
  ),
  furtherPartners: described(
    `Until it tells each further partner: ${DURATION_SAYS}. Windows' own figure is 3 seconds.`,
    z._default(durationText, '3 s'),
  ),
  catchUp: described(
    `Until a domain controller that was started has fetched what it missed: ${DURATION_SAYS}. No source gives a figure; this one is inferred.`,
    z._default(durationText, '1 min'),
  ),
});
