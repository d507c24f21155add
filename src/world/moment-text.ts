import * as z from 'zod/mini';
import { parseMoment } from '../kernel/instant.js';
import { readable } from './readable.js';

/** A moment: an ISO date, `now`, `6 hours ago`, `in 2 days`. Relative ones count from the start of the simulation. */
export const momentText = z.string().check(readable((text) => parseMoment(text, 0)));
z.globalRegistry.add(momentText, {
  pattern: String.raw`^\s*([Nn][Oo][Ww]\s*$|.+\s[Aa][Gg][Oo]\s*$|[Ii][Nn]\s|\d{4}-\d{2}-\d{2})`,
});
export const MOMENT_SAYS =
  'an ISO 8601 date or time, "now", "6 hours ago" or "in 2 days", counted from the start';
