import { parseDuration, type Duration } from '../kernel/duration.js';

/**
 * How far ahead a clock is, in ticks: "7 min", or "-7 min" for one that is behind.
 *
 * @throws SimulatorError `bad-duration`
 */
export function skewIn(text: string): Duration {
  const trimmed = text.trim();
  return trimmed.startsWith('-') ? 0 - parseDuration(trimmed.slice(1)) : parseDuration(trimmed);
}
