import * as z from 'zod/mini';
import en from 'zod/v4/locales/en.js';

// Zod would compile validators with `new Function`, which a strict content security policy forbids.
z.config({ jitless: true, ...en() });

/** A schema with the sentence that editors show for it. */
export function described<S extends z.ZodMiniType>(says: string, schema: S): S {
  z.globalRegistry.add(schema, { description: says });
  return schema;
}

/** A whole number within bounds. */
export function wholeNumber(low: number, high: number): z.ZodMiniNumber {
  return z.int().check(z.minimum(low), z.maximum(high));
}

/** A boolean that need not be written. */
export function flag(says: string, otherwise: boolean): z.ZodMiniDefault<z.ZodMiniBoolean> {
  return described(says, z._default(z.boolean(), otherwise));
}
