import { join } from 'node:path';

/** The scenarios that come with the package, from the built command as from its source. */
export const SHIPPED_SCENARIOS = join(import.meta.dirname, '../../scenarios');
