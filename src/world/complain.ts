import type * as z from 'zod/mini';

/** Adds a complaint about a part of what is being parsed. */
export function complain(
  payload: z.core.ParsePayload,
  path: (string | number)[],
  message: string,
  hint?: string,
): void {
  payload.issues.push({
    code: 'custom',
    message,
    input: payload.value,
    path,
    params: hint === undefined ? {} : { hint },
  });
}
