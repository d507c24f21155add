import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { withModeline } from '../../docs/generate/modelines.js';
import { scenarioSchema, sharedWorldSchema } from '../../src/scenario/schema.js';
import { mutants, type Json } from '../scenarios/mutants.js';

interface Node {
  readonly [key: string]: unknown;
}

const read = (path: string): Node => JSON.parse(readFileSync(path, 'utf8')) as Node;
const schema = read('docs/scenario.schema.json');
const ajv = new Ajv({ strict: false, allowUnionTypes: true });
const accepts = ajv.compile(schema);

const files = readdirSync('scenarios', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.yaml'))
  .map((file) => join('scenarios', file));
const values = files
  .filter((file) => !file.endsWith('.world.yaml'))
  .map((file) => parse(readFileSync(file, 'utf8')) as Json);

describe('the JSON Schema', () => {
  it.each(['docs/scenario.schema.json', 'docs/world.schema.json'])('%s describes every key', (path) => {
    const root = read(path);
    const missing: string[] = [];
    const visit = (node: unknown, at: string): void => {
      if (Array.isArray(node)) node.forEach((inner, index) => visit(inner, `${at}/${index}`));
      if (typeof node !== 'object' || node === null) return;
      for (const [key, property] of Object.entries((node as Node)['properties'] ?? {})) {
        if (!described(property, root)) missing.push(`${at}.${key}`);
      }
      for (const [key, inner] of Object.entries(node)) visit(inner, `${at}/${key}`);
    };
    visit(root, '');
    expect(missing).toEqual([]);
  });

  it.each(files)('%s names it in its first line; if not, run "npm run docs"', (path) => {
    const text = readFileSync(path, 'utf8');
    expect(text).toBe(withModeline(text, path));
  });

  it('accepts every shipped scenario', () => {
    for (const [index, value] of values.entries()) expect(accepts(value), files[index]).toBe(true);
  });

  it('agrees with Zod about 3,000 that are mutated, but for what takes more than a schema to see', () => {
    let [agreed, refused] = [0, 0];
    for (const { value, what } of mutants(values, 3000, 'schema')) {
      const byEditor = accepts(value);
      const result = scenarioSchema.safeParse(value);
      // What an editor refuses, the command must refuse.
      if (!byEditor) expect(result.success, `${what}: ${ajv.errorsText(accepts.errors)}`).toBe(false);
      const structural = result.error?.issues.some(isStructural) ?? false;
      if (structural) expect(byEditor, `${what}: ${JSON.stringify(result.error?.issues)}`).toBe(false);
      agreed++;
      if (structural) refused++;
    }
    expect(agreed).toBe(3000);
    expect(refused).toBeGreaterThan(1000);
  });

  it('is that of shared worlds too', () => {
    const shared = new Ajv({ strict: false }).compile(read('docs/world.schema.json'));
    for (const value of [
      { version: 1 },
      { version: 1, given: { users: { a: {} } } },
      { version: 1, when: [] },
      {},
    ]) {
      expect(shared(value)).toBe(sharedWorldSchema.safeParse(value).success);
    }
  });
});

/** Not a check in code, such as whether a date is one or a name leads somewhere. */
function isStructural(issue: { readonly code?: string; readonly errors?: unknown }): boolean {
  if (issue.code !== 'invalid_union') return issue.code !== 'custom';
  const choices = (issue.errors ?? []) as { readonly code?: string; readonly errors?: unknown }[][];
  return choices.every((choice) => choice.some(isStructural));
}

function described(property: unknown, root: Node): boolean {
  const { description, $ref, allOf } = property as Record<string, unknown>;
  if (typeof description === 'string') return true;
  if (typeof $ref === 'string') {
    const target = $ref
      .slice(2)
      .split('/')
      .reduce<unknown>((node, step) => (node as Node)[step], root);
    return described(target, root);
  }
  return Array.isArray(allOf) && allOf.some((one) => described(one, root));
}
