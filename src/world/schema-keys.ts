import * as z from 'zod/mini';

type Schema = z.core.$ZodTypes;

/**
 * The keys that a schema knows at a path, through whatever wraps them; none where anything goes. Where a key of the
 * value tells which of several mappings is meant, only the keys of that one.
 */
export function keysAt(
  schema: z.core.$ZodType,
  path: readonly (string | number)[],
  value?: unknown,
): readonly string[] {
  const found = insides(schema)
    .filter((inside) => mayBe(inside, value))
    .flatMap((inside) => {
      const [step, ...rest] = path;
      if (step === undefined)
        return inside._zod.def.type === 'object' ? Object.keys(inside._zod.def.shape) : [];
      const next = below(inside, step);
      return next === undefined ? [] : keysAt(next, rest, valueIn(value, step));
    });
  return [...new Set(found)];
}

/** Whether a value may be meant for a mapping: not where it says `action: unlock` and the mapping's is another. */
function mayBe(schema: Schema, value: unknown): boolean {
  const { def } = schema._zod;
  const action = valueIn(value, 'action');
  if (def.type !== 'object' || action === undefined) return true;
  const known = def.shape['action']?._zod.values;
  return known === undefined || known.has(action as z.core.util.Primitive);
}

function valueIn(value: unknown, step: string | number): unknown {
  return typeof value === 'object' && value !== null
    ? (value as Record<string | number, unknown>)[step]
    : undefined;
}

/** The schema without defaults and options around it; the members of a union. */
function insides(schema: z.core.$ZodType): Schema[] {
  const known = schema as Schema;
  const { def } = known._zod;
  switch (def.type) {
    case 'default':
    case 'prefault':
    case 'optional':
      return insides(def.innerType);
    case 'union':
      return def.options.flatMap(insides);
    default:
      return [known];
  }
}

function below(schema: Schema, step: string | number): z.core.$ZodType | undefined {
  const { def } = schema._zod;
  switch (def.type) {
    case 'object':
      return Object.hasOwn(def.shape, step) ? def.shape[step] : undefined;
    case 'record':
      return def.valueType;
    case 'array':
      return def.element;
    default:
      return undefined;
  }
}

/** What a schema says about the value at a path; undefined where it says nothing, or more than one thing. */
export function descriptionAt(
  schema: z.core.$ZodType,
  path: readonly (string | number)[],
): string | undefined {
  const [step, ...rest] = path;
  if (step === undefined) return z.globalRegistry.get(schema)?.description;
  const found = insides(schema).flatMap((inside) => {
    const next = below(inside, step);
    return next === undefined ? [] : (descriptionAt(next, rest) ?? []);
  });
  return found.length === 1 ? found[0] : undefined;
}
