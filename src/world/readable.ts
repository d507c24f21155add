import type * as z from 'zod/mini';
import { SimulatorError } from '../kernel/error.js';

/** A check that passes what `read` can read, and otherwise complains in its words. */
export function readable(read: (text: string) => unknown): (context: z.core.ParsePayload<string>) => void {
  return (payload) => {
    try {
      read(payload.value);
    } catch (error) {
      if (!(error instanceof SimulatorError)) throw error;
      const { message, hint } = error.problems[0];
      payload.issues.push({ code: 'custom', message, input: payload.value, params: { hint } });
    }
  };
}
