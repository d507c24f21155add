import { fileURLToPath } from 'node:url';

/** The scenarios that come with the package, from the built command as from its source. */
export const SHIPPED_SCENARIOS = fileURLToPath(new URL('../../scenarios', import.meta.url));
