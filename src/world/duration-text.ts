import * as z from 'zod/mini';
import { parseDuration } from '../kernel/duration.js';
import { readable } from './readable.js';

/** A length of time, as people write it: `6 hours`, `1 day`, `PT90M`. */
export const durationText = z.string().check(readable(parseDuration));
// What editors can check without knowing the words for units.
z.globalRegistry.add(durationText, { pattern: String.raw`^\s*(0\s*$|\d.*[A-Za-z]|P)` });
export const DURATION_SAYS =
  'a length of time such as "6 hours", "1 day", "90 min", or ISO 8601 such as "PT6H"';
