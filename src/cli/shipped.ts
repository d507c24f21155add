import { join } from 'node:path';

/** The scenarios that come with the package, from the built command as from its source. */
export const SHIPPED_SCENARIOS = join(import.meta.dirname, '../../scenarios');

/** The JSON Schemas that come with the package. */
export const SCHEMA_FILE = join(import.meta.dirname, '../../docs/scenario.schema.json');
export const WORLD_SCHEMA_FILE = join(import.meta.dirname, '../../docs/world.schema.json');
