import * as z from 'zod/mini';
import { complain } from '../world/complain.js';

/** The schema with a check that exactly one of some keys is there, of which editors know too. */
export function exactlyOne<K extends string, S extends z.ZodMiniType<Readonly<Partial<Record<K, unknown>>>>>(
  schema: S,
  kinds: readonly K[],
  what: string,
): S {
  const checked = schema.check(
    z.refine(
      (one) => kinds.filter((kind) => one[kind] !== undefined).length === 1,
      `${what} is exactly one of: ${kinds.join(', ')}`,
    ),
  );
  // A key that is no part of what Zod knows goes into the JSON Schema as it stands.
  z.globalRegistry.add(checked, { oneOf: kinds.map((kind) => ({ required: [kind] })) });
  return checked;
}

interface Steps {
  readonly given: { readonly failure?: string | undefined };
  readonly when?: unknown;
  readonly cases?: readonly Case[] | undefined;
}

interface Case {
  readonly name: string;
  readonly when?: unknown;
  readonly given?: { readonly failure?: string | undefined } | undefined;
}

/** Something must happen: in the file, in every case of it, or because a failure is given whose person acts. */
export function stepsSomewhere(payload: z.core.ParsePayload<Steps>): void {
  const { given, when, cases } = payload.value;
  if (when !== undefined || given.failure !== undefined) return;
  const idle = (cases ?? []).findIndex((one) => one.when === undefined && one.given?.failure === undefined);
  if (cases !== undefined && idle < 0) return;
  complain(
    payload,
    cases === undefined ? ['when'] : ['cases', idle, 'when'],
    'is missing',
    'write the steps under "when", or "failure: <id>" under "given"',
  );
}

/** A case is asked for by its name. */
export function casesAreDistinct({ value, issues }: z.core.ParsePayload<Steps>): void {
  const names = (value.cases ?? []).map(({ name }) => name);
  for (const [index, name] of names.entries()) {
    if (names.indexOf(name) === index) continue;
    const path = ['cases', index, 'name'];
    issues.push({ code: 'custom', message: 'another case has this name', input: value, path, params: {} });
  }
}
