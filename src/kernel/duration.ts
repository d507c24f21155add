import { SimulatorError } from './error.js';

/** A length of time in ticks of 100 ns, the unit of FILETIME and of Active Directory's intervals. */
export type Duration = number & { readonly unit?: 'duration' };

export const TICK: Duration = 1;
export const MILLISECOND: Duration = 10_000;
export const SECOND: Duration = 1000 * MILLISECOND;
export const MINUTE: Duration = 60 * SECOND;
export const HOUR: Duration = 60 * MINUTE;
export const DAY: Duration = 24 * HOUR;
const WEEK: Duration = 7 * DAY;

/** The longest duration that is still exact together with every instant: a little over fourteen years. */
const LONGEST = Number.MAX_SAFE_INTEGER / 2;

const UNITS: Readonly<Record<string, Duration>> = {
  tick: TICK,
  ms: MILLISECOND,
  millisecond: MILLISECOND,
  s: SECOND,
  sec: SECOND,
  second: SECOND,
  min: MINUTE,
  minute: MINUTE,
  h: HOUR,
  hour: HOUR,
  d: DAY,
  day: DAY,
  week: WEEK,
};

const PEOPLE = /^(?:\d+(?:\.\d+)?\s*[a-z]+\s*(?:,|and\b)?\s*)+$/i;
const PART = /(\d+(?:\.\d+)?)\s*([a-z]+)/gi;
const ISO = /^P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/;

/**
 * Reads a duration as people write it (`6 hours`, `1 day 12 h`, `90 min`) or as ISO 8601 (`P1D`, `PT6H`).
 *
 * @throws SimulatorError `bad-duration` if it is none, is negative, or is too long to be exact.
 */
export function parseDuration(text: string): Duration {
  const trimmed = text.trim();
  const ticks = trimmed.startsWith('P') ? isoTicks(trimmed) : peopleTicks(trimmed);
  if (ticks === undefined) {
    const negative = /^[-−]/.test(trimmed);
    throw new SimulatorError({
      code: 'bad-duration',
      message: negative ? `"${text}" is negative` : `"${text}" is not a duration`,
      hint: negative
        ? 'a duration is zero or more; write an earlier moment as "6 hours ago"'
        : 'write one like "6 hours", "1 day", "90 min" or "PT6H"',
    });
  }
  if (ticks > LONGEST) {
    throw new SimulatorError({
      code: 'bad-duration',
      message: `"${text}" is too long`,
      hint: 'the simulator is exact to 100 ns for durations up to fourteen years',
    });
  }
  return ticks;
}

function peopleTicks(text: string): number | undefined {
  if (text === '0') return 0;
  if (!PEOPLE.test(text)) return undefined;
  let ticks = 0;
  for (const [, amount, word] of text.matchAll(PART)) {
    const name = (word ?? '').toLowerCase();
    if (name === 'and') continue;
    const unit = unitNamed(name);
    if (unit === undefined) return undefined;
    ticks += Math.round(Number(amount) * unit);
  }
  return ticks;
}

function unitNamed(name: string): Duration | undefined {
  const singular = name.length > 3 && name.endsWith('s') ? name.slice(0, -1) : name;
  return Object.hasOwn(UNITS, singular) ? UNITS[singular] : undefined;
}

function isoTicks(text: string): number | undefined {
  const match = ISO.exec(text);
  if (!match || /^P$|T$/.test(text)) return undefined;
  const [, weeks, days, hours, minutes, seconds] = match;
  const sum =
    Number(weeks ?? 0) * WEEK +
    Number(days ?? 0) * DAY +
    Number(hours ?? 0) * HOUR +
    Number(minutes ?? 0) * MINUTE +
    Number(seconds ?? 0) * SECOND;
  return Math.round(sum);
}

const NAMES: readonly [Duration, string][] = [
  [DAY, 'day'],
  [HOUR, 'hour'],
  [MINUTE, 'minute'],
  [SECOND, 'second'],
  [MILLISECOND, 'millisecond'],
];

/**
 * Says a duration in words, its two largest units at most, rounded down; from ten seconds on in whole seconds.
 *
 * @example
 * sayDuration(6 * HOUR) // '6 hours'
 * sayDuration(DAY + 90 * MINUTE) // '1 day 1 hour'
 * sayDuration(39 * SECOND + 684 * MILLISECOND) // '39 seconds'
 * sayDuration(0) // 'no time'
 * sayDuration(1) // '100 ns'
 */
export function sayDuration(duration: Duration): string {
  if (duration === 0) return 'no time';
  if (duration < MILLISECOND) return `${duration * 100} ns`;
  const parts: string[] = [];
  let rest: number = duration < 10 * SECOND ? duration : Math.floor(duration / SECOND) * SECOND;
  for (const [unit, name] of NAMES) {
    const count = Math.floor(rest / unit);
    rest -= count * unit;
    if (count > 0) parts.push(`${count} ${name}${count === 1 ? '' : 's'}`);
    else if (parts.length > 0) break;
    if (parts.length === 2) break;
  }
  return parts.join(' ');
}
