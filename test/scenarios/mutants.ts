/** Plain data as YAML and JSON have it. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** Numbers that follow from a seed: mulberry32. */
export function numbersFrom(seed: string): (below: number) => number {
  let state = 0x811c9dc5;
  for (const character of seed) state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

type Path = readonly (string | number)[];

/** Where anything stands in a value. */
export function places(
  value: Json,
  path: Path = [],
): readonly { readonly path: Path; readonly value: Json }[] {
  const here = [{ path, value }];
  if (typeof value !== 'object' || value === null) return here;
  return [
    ...here,
    ...Object.entries(value).flatMap(([key, inner]) =>
      places(inner, [...path, Array.isArray(value) ? Number(key) : key]),
    ),
  ];
}

/** The value with another one at a place; without it if `undefined`. */
export function replaced(value: Json, path: Path, by: Json | undefined): Json {
  const [step, ...rest] = path;
  if (step === undefined) return by ?? null;
  if (Array.isArray(value)) {
    const list = value as readonly Json[];
    if (rest.length === 0 && by === undefined) return list.filter((_, index) => index !== step);
    return list.map((item, index) => (index === step ? replaced(item, rest, by) : item));
  }
  const entries = Object.entries(value as Record<string, Json>).flatMap(([key, inner]): [string, Json][] => {
    if (key !== String(step)) return [[key, inner]];
    return rest.length === 0 && by === undefined ? [] : [[key, replaced(inner, rest, by)]];
  });
  return Object.fromEntries(entries);
}

const ODD: readonly Json[] = [
  null,
  true,
  0,
  -1,
  1.5,
  4711,
  '',
  'x',
  'refused',
  'none',
  '6 hours',
  [],
  ['x'],
  {},
  { x: 1 },
];

/** Values with one thing changed, as a typing mistake or a misunderstanding would change it. */
export function* mutants(
  values: readonly Json[],
  count: number,
  seed: string,
): Generator<{ readonly value: Json; readonly what: string }> {
  const below = numbersFrom(seed);
  const pick = <T>(items: readonly T[]): T => items[below(items.length)] as T;
  for (let made = 0; made < count; made++) {
    const original = pick(values);
    const { path, value } = pick(places(original));
    const kind = below(4);
    const at = path.join('.');
    if (kind === 0) yield { value: replaced(original, path, undefined), what: `without ${at}` };
    else if (kind === 1 && typeof value === 'object' && value !== null && !Array.isArray(value)) {
      yield {
        value: replaced(original, path, { ...(value as Record<string, Json>), wrong: pick(ODD) }),
        what: `a key more in ${at}`,
      };
    } else if (kind === 2 && typeof value === 'string' && value !== '') {
      const middle = below(value.length);
      const typo = value.slice(0, middle) + value.slice(middle + 1);
      yield { value: replaced(original, path, typo), what: `"${typo}" at ${at}` };
    } else {
      const odd = pick(ODD);
      yield { value: replaced(original, path, odd), what: `${JSON.stringify(odd)} at ${at}` };
    }
  }
}
