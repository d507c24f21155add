import * as z from 'zod/mini';

type Schema = z.core.$ZodTypes;

/** The keys that a schema knows at a path, through whatever wraps them; none where anything goes. */
export function keysAt(schema: z.core.$ZodType, path: readonly (string | number)[]): readonly string[] {
  const found = insides(schema).flatMap((inside) => {
    const [step, ...rest] = path;
    if (step === undefined)
      return inside._zod.def.type === 'object' ? Object.keys(inside._zod.def.shape) : [];
    const next = below(inside, step);
    return next === undefined ? [] : keysAt(next, rest);
  });
  return [...new Set(found)];
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
