import { MINUTE, SECOND, type Duration } from '../kernel/duration.js';
import type { Instant } from '../kernel/instant.js';
import type { Entry } from './entry.js';

/**
 * How long the tenant's rows take until an administrator finds them: "5 to 10 minutes", up to an hour
 * (MicrosoftDocs/entra-docs: passwords-faq.yml, of password reset events; that other rows take as long is inferred,
 * and so is how many are late).
 */
const USUALLY: readonly [Duration, Duration] = [5 * MINUTE, 10 * MINUTE];
const AT_MOST = 60 * MINUTE;
const LATE_OF_A_HUNDRED = 5;

/** When a record can first be read by those who may read its log; every other log is read where it is written. */
export function visibleAt(entry: Entry): Instant {
  switch (entry.log) {
    case 'entra-audit':
    case 'entra-sign-in':
      return entry.at + latency(entry.record.id);
    default:
      return entry.at;
  }
}

/** The records that could be read at an instant; what is among them once is so ever after. */
export function visibleBy(entries: readonly Entry[], instant: Instant): readonly Entry[] {
  return entries.filter((entry) => visibleAt(entry) <= instant);
}

/** Drawn from the row's own id, so that it is the same whenever it is asked. */
function latency(id: string): Duration {
  const drawn = Number.parseInt(id.replaceAll(/[^0-9a-f]/gi, '').slice(-9), 16);
  const [least, most] = USUALLY;
  const seconds = Math.floor(drawn / 100);
  if (drawn % 100 >= LATE_OF_A_HUNDRED) return least + (seconds % ((most - least) / SECOND)) * SECOND;
  return most + (seconds % ((AT_MOST - most) / SECOND)) * SECOND;
}
