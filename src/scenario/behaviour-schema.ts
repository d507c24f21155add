import * as z from 'zod/mini';
import { LEAVING_POINTS, WAYS_OF_LEAVING, type LeavingPoint } from '../attempt/person.js';
import { METHODS } from '../tenant/methods.js';
import { ANSWERS } from '../tenant/verification.js';
import { described } from '../world/described.js';
import { DURATION_SAYS, durationText } from '../world/duration-text.js';

const proofTry = z.strictObject({
  method: described(
    'The option taken; the first that is offered, if it is left out or not offered.',
    z.optional(z.enum(METHODS)),
  ),
  answer: described(
    'The right answer, a wrong one, none because nothing arrived, or a telephone number other than the one on file.',
    z._default(z.enum(ANSWERS), 'right'),
  ),
  after: described(
    `How long after the challenge it is answered: ${DURATION_SAYS}.`,
    z.optional(durationText),
  ),
});

/** Where and how somebody turns away: of the pages that there are on their way. */
export function leaving(points: readonly [LeavingPoint, ...LeavingPoint[]]) {
  return described(
    'Where and how the person turns away.',
    z.optional(
      z.strictObject({
        at: described(
          points.includes('verification')
            ? 'The page. "verification" is after the tries that are listed.'
            : 'The page.',
          z.enum(points),
        ),
        how: described(
          'Goes away, presses Cancel, or follows "Contact your administrator".',
          z.enum(WAYS_OF_LEAVING),
        ),
      }),
    ),
  );
}

/** How a person behaves who resets a password. */
export const behaviour = {
  verification: described(
    'What the person does at the gates, in turn; afterwards they do what is asked of them.',
    z.optional(z.array(proofTry).check(z.maxLength(100, 'at most 100 tries'))),
  ),
  thinksFor: described(
    `How long the person thinks about each password: ${DURATION_SAYS}.`,
    z.optional(durationText),
  ),
  cookies: described('False for a browser that keeps no cookies.', z.optional(z.boolean())),
  leaves: leaving(LEAVING_POINTS),
};
