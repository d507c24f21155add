import { UTCDateMini } from '@date-fns/utc/date/mini';
import { lightFormat } from 'date-fns/lightFormat';
import { parseDuration } from './duration.js';
import { SimulatorError } from './error.js';

/**
 * A moment: ticks of 100 ns since 2020-01-01T00:00:00Z.
 * Exact as FILETIME needs, a safe integer, and plain JSON.
 */
export type Instant = number & { readonly unit?: 'instant' };

const EPOCH_MS = 1_577_836_800_000;
const TICKS_PER_MS = 10_000;
/** Leaves room to add a few years to any instant and stay a safe integer. */
const FARTHEST = Number.MAX_SAFE_INTEGER * 0.87;
const FILETIME_EPOCH_TICKS = 132_223_104_000_000_000n;
const ISO = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2})?)(?:\.(\d{1,9}))?\s*(Z|[+-]\d{2}:\d{2})?)?$/i;

/**
 * Reads an ISO 8601 date or time; without an offset it is UTC.
 *
 * @throws SimulatorError `bad-instant` if it is none, or lies outside 1995 to 2044, where ticks are exact.
 */
export function parseInstant(text: string): Instant {
  const match = ISO.exec(text.trim());
  const [, date = '', time = '00:00', fraction = '', offset = 'Z'] = match ?? [];
  const ms = match
    ? Date.parse(`${date}T${time.length === 5 ? `${time}:00` : time}${offset.toUpperCase()}`)
    : NaN;
  if (Number.isNaN(ms) || !sameDay(date, time, offset, ms)) {
    throw new SimulatorError({
      code: 'bad-instant',
      message: `"${text}" is not a date or time`,
      hint: 'write one like 2023-06-08, 2023-06-08T09:00:00Z, or "6 hours ago"',
    });
  }
  const ticks = (ms - EPOCH_MS) * TICKS_PER_MS + Number(fraction.padEnd(7, '0').slice(0, 7));
  if (Math.abs(ticks) > FARTHEST) {
    throw new SimulatorError({
      code: 'bad-instant',
      message: `"${text}" is out of range`,
      hint: 'the simulator is exact to 100 ns from 1995 to 2044',
    });
  }
  return ticks;
}

/** Date.parse rolls 30 February over into March; a date that does not come back unchanged is none. */
function sameDay(date: string, time: string, offset: string, ms: number): boolean {
  if (time.startsWith('24')) return false;
  const sign = offset.startsWith('-') ? -1 : 1;
  const [hours = 0, minutes = 0] =
    offset === 'Z' || offset === 'z' ? [0, 0] : offset.slice(1).split(':').map(Number);
  return new Date(ms + sign * (hours * 60 + minutes) * 60_000).toISOString().startsWith(date);
}

/**
 * Reads a moment relative to `now`: an ISO date, `now`, `6 hours ago` or `in 2 days`.
 *
 * @throws SimulatorError `bad-instant` or `bad-duration`
 */
export function parseMoment(text: string, now: Instant): Instant {
  const trimmed = text.trim();
  if (trimmed.toLowerCase() === 'now') return now;
  const ago = /^(.+?)\s+ago$/i.exec(trimmed);
  if (ago) return now - parseDuration(ago[1] ?? '');
  const ahead = /^in\s+(.+)$/i.exec(trimmed);
  if (ahead) return now + parseDuration(ahead[1] ?? '');
  return parseInstant(trimmed);
}

/** ISO 8601 in UTC with all seven digits of the tick, as Windows events and Graph print it. */
export function toIso(instant: Instant): string {
  const withinSecond = ((instant % 10_000_000) + 10_000_000) % 10_000_000;
  const second = new Date(EPOCH_MS + (instant - withinSecond) / TICKS_PER_MS).toISOString().slice(0, 19);
  return `${second}.${String(withinSecond).padStart(7, '0')}Z`;
}

/** For people: `2023-06-08 09:00:00`, in UTC. */
export function sayInstant(instant: Instant): string {
  return toIso(instant).slice(0, 19).replace('T', ' ');
}

/** The same moment as a Windows FILETIME: ticks since 1601. */
export function toFileTime(instant: Instant): bigint {
  return BigInt(instant) + FILETIME_EPOCH_TICKS;
}

/** The moment of a FILETIME; exact from 1995 to 2044, and the nearest number outside. */
export function fromFileTime(fileTime: bigint): Instant {
  return Number(fileTime - FILETIME_EPOCH_TICKS);
}

/** Formats with the tokens of date-fns' `lightFormat`, as a clock `offsetMinutes` ahead of UTC shows it. */
export function formatInstant(instant: Instant, pattern: string, offsetMinutes = 0): string {
  const milliseconds = EPOCH_MS + Math.floor(instant / TICKS_PER_MS) + offsetMinutes * 60_000;
  return lightFormat(new UTCDateMini(milliseconds), pattern);
}
