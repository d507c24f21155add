import { formatInstant, type Instant } from './instant.js';
import { sourced } from './sourced.js';

const DATE = 'dotnet/docs: standard-date-and-time-format-strings.md';

/** How Windows writes a short date and a long time in some languages; the tokens are those of `formatInstant`. */
const FORMATS = {
  'en-US': sourced(
    'sample',
    'records of real domain controllers (EVTX-to-MITRE-Attack)',
    'M/d/yyyy h:mm:ss a',
  ),
  'fr-FR': sourced('doc', DATE, 'dd/MM/yyyy HH:mm:ss'),
  'es-ES': sourced('doc', DATE, 'dd/MM/yyyy H:mm:ss'),
  'ja-JP': sourced('doc', DATE, 'yyyy/MM/dd H:mm:ss'),
  'de-DE': sourced(
    'doc',
    `${DATE} for the date; that the hour has two digits is inferred`,
    'dd.MM.yyyy HH:mm:ss',
  ),
} as const;

/** The languages in which a machine can write local times. */
export type Locale = keyof typeof FORMATS;
export const LOCALES = Object.keys(FORMATS) as [Locale, ...Locale[]];

/** A moment as a machine writes it for people: in its zone and its language. */
export function localTime(moment: Instant, utcOffsetMinutes: number, locale: Locale): string {
  return formatInstant(moment, FORMATS[locale].text, utcOffsetMinutes);
}
