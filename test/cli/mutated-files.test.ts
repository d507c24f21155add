import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { FAILURE_MODES, parseScenario, playCases, SimulatorError } from '../../src/index.js';
import { scenarioSchema } from '../../src/scenario/schema.js';
import { keysAt } from '../../src/world/schema-keys.js';
import { numbersFrom, places, replaced, type Json } from '../scenarios/mutants.js';

/** All 10,000 with WRITEBACK_MUTANTS=10000; a share of them in every run. */
const COUNT = Number(process.env['WRITEBACK_MUTANTS'] ?? 1500);
const SLOWEST_MS = 2000;

const texts = readdirSync('scenarios', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.yaml') && !file.endsWith('.world.yaml'))
  .map((file) => readFileSync(join('scenarios', file), 'utf8'))
  // A shared world stands beside its scenario, where this test does not.
  .filter((text) => !/^extends:/m.test(text));

/** What the command would end with: as expected, not met, or bad input; anything else is thrown on. */
function exitCode(text: string): number {
  try {
    const stories = playCases(parseScenario(text, 'mutant.yaml'));
    return stories.every(({ failures }) => failures.length === 0) ? 0 : 1;
  } catch (error) {
    if (!(error instanceof SimulatorError)) throw error;
    for (const { message } of error.problems) expect(message).not.toMatch(/\n\s+at |undefined|\[object/);
    return 2;
  }
}

type Below = (below: number) => number;
interface Mutant {
  readonly text: string;
  readonly what: string;
}

/** The places whose key the schema knows, and is not an open mapping's. */
function knownPlaces(value: Json): ReturnType<typeof places> {
  return places(value).filter(({ path }) => {
    const key = path.at(-1);
    return typeof key === 'string' && keysAt(scenarioSchema, path.slice(0, -1)).includes(key);
  });
}

function damaged(text: string, below: Below): Mutant {
  const value = parse(text) as Json;
  const known = knownPlaces(value);
  const { path } = known[below(known.length)] ?? { path: ['version'] };
  const at = path.join('.');
  const broken: readonly (() => Mutant)[] = [
    () => {
      const parent = path.slice(0, -1);
      const inner = parent.reduce<Json>(
        (node, step) => (node as Record<string | number, Json>)[step] ?? null,
        value,
      );
      const misspelt = { ...(inner as Record<string, Json>), [`${String(path.at(-1))}q`]: 1 };
      return { text: stringify(replaced(value, parent, misspelt)), what: `a key misspelt beside ${at}` };
    },
    () => ({ text: stringify(replaced(value, path, [[[{ no: 1 }]]])), what: `lists at ${at}` }),
    () => ({ text: stringify(replaced(value, ['version'], 'one')), what: 'version: one' }),
    () => ({ text: `${text}\nname: again\n`, what: 'a key twice' }),
    () => ({ text: `${text}\n]: [`, what: 'brackets that do not match' }),
    () => ({ text: `${text}\nx: "\n`, what: 'a quote that does not end' }),
    () => ({ text: text.replace(/^version: 1$/m, 'version: 1\n\tname: x'), what: 'a tab' }),
    () => ({ text: `${text}\n__proto__: { a: 1 }\n`, what: '__proto__' }),
    () => ({ text: text.slice(0, text.search(/^when:|^given:/m)), what: 'cut off' }),
  ];
  return broken[below(broken.length)]?.() ?? { text: '', what: 'empty' };
}

const EXPECTED = new Set(['outcome', 'cause', 'screen', 'connector-application', 'dc-security', 'count']);

function flipped(text: string, below: Below): Mutant | undefined {
  const value = parse(text) as Json;
  const flips = places(value).filter(
    ({ path }) => path.includes('then') && EXPECTED.has(String(path.at(-1))),
  );
  const chosen = flips[below(Math.max(1, flips.length))];
  if (chosen === undefined) return undefined;
  const { path, value: was } = chosen;
  const causes = FAILURE_MODES.map(({ id }) => id).filter((id) => id !== was);
  const by = ((): Json | undefined => {
    switch (path.at(-1)) {
      case 'outcome':
        return was === 'refused' ? 'succeeded' : 'refused';
      case 'cause':
        return causes[below(causes.length)];
      case 'screen':
        return 'Have you tried turning it off and on again?';
      case 'count':
        return Number(was) + 1;
      default:
        return Array.isArray(was) ? [...(was as readonly Json[]), 65_000] : { includes: [65_000] };
    }
  })();
  return { text: stringify(replaced(value, path, by)), what: `${path.join('.')}: ${JSON.stringify(by)}` };
}

/** Whose order means something: the first controller is the PDC emulator. */
const ORDERED = new Set(['controllers']);

function shuffled(value: Json, below: Below, key?: string): Json {
  if (Array.isArray(value)) return (value as readonly Json[]).map((item) => shuffled(item, below));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([name, inner]): [string, Json] => [
    name,
    shuffled(inner, below, name),
  ]);
  if (ORDERED.has(key ?? '')) return Object.fromEntries(entries);
  for (let index = entries.length - 1; index > 0; index--) {
    const other = below(index + 1);
    const [a, b] = [entries[index], entries[other]];
    if (a !== undefined && b !== undefined) [entries[index], entries[other]] = [b, a];
  }
  return Object.fromEntries(entries);
}

function neutral(text: string, below: Below): Mutant {
  const value = parse(text) as Json;
  const edits: readonly (() => Mutant)[] = [
    () => ({ text: stringify(shuffled(value, below)), what: 'keys in another order' }),
    () => ({
      text: stringify(value, { defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'PLAIN' }),
      what: 'double quotes',
    }),
    () => ({
      text: stringify(value, { defaultStringType: 'QUOTE_SINGLE', indent: 4 }),
      what: 'single quotes',
    }),
    () => ({ text: stringify(value, { collectionStyle: 'flow' }), what: 'flow style' }),
    () => ({ text: `${JSON.stringify(value, undefined, 2)}\n`, what: 'JSON' }),
    () => ({ text: `\ufeff${text.replaceAll('\n', '\r\n')}`, what: 'a byte order mark and CRLF' }),
    () => ({ text: text.replaceAll(/^(\w+:)/gm, '\n# a comment: with { signs }\n$1'), what: 'comments' }),
    () => ({ text: `---\n${text}\n...\n`, what: 'document marks' }),
  ];
  return edits[below(edits.length)]?.() ?? { text, what: 'nothing' };
}

it.each([
  ['structural damage ends with 2', damaged, 2],
  ['a flipped expectation ends with 1', flipped, 1],
  ['a neutral edit ends with 0', neutral, 0],
] as const)(
  '%s',
  (name, mutate, expected) => {
    const below = numbersFrom(name);
    let made = 0;
    let slowest = 0;
    while (made < COUNT / 3) {
      const mutant = mutate(texts[below(texts.length)] ?? '', below);
      if (mutant === undefined) continue;
      made++;
      const began = process.hrtime.bigint();
      const code = exitCode(mutant.text);
      slowest = Math.max(slowest, Number(process.hrtime.bigint() - began) / 1e6);
      if (code !== expected)
        expect.fail(`${code} instead of ${expected} for ${mutant.what}:\n${mutant.text}`);
    }
    expect(made).toBeGreaterThanOrEqual(COUNT / 3);
    expect(slowest).toBeLessThan(SLOWEST_MS);
  },
  600_000,
);
