import * as z from 'zod/mini';
import { scenarioSchema, sharedWorldSchema } from '../../src/scenario/schema.js';

/** Where the JSON Schemas stand. */
export const SCHEMAS: Readonly<Record<string, () => string>> = {
  'docs/scenario.schema.json': () => jsonSchema(scenarioSchema, 'A scenario of writeback-simulator'),
  'docs/world.schema.json': () => jsonSchema(sharedWorldSchema, 'A world that scenarios share'),
};

/** The JSON Schema by which editors complete and check what people write: the file before defaults are filled in. */
function jsonSchema(schema: z.core.$ZodType, title: string): string {
  const { $schema, ...generated } = z.toJSONSchema(schema, {
    target: 'draft-7',
    io: 'input',
    unrepresentable: 'any',
    reused: 'ref',
    override: ({ jsonSchema: one }) => {
      // Nobody sees these bounds, which are those of exact whole numbers.
      if (one.minimum === Number.MIN_SAFE_INTEGER) delete one.minimum;
      if (one.maximum === Number.MAX_SAFE_INTEGER) delete one.maximum;
    },
  });
  return `${JSON.stringify({ $schema, title, ...generated }, undefined, 1)}\n`;
}
