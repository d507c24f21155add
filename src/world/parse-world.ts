import { SimulatorError, type Problem } from '../kernel/error.js';
import { problemOf } from './schema-problem.js';
import { worldSchema, type World, type WorldInput } from './schema.js';

const parsed = new WeakMap<object, World>();

/**
 * Fills in every default.
 *
 * @throws SimulatorError `bad-world`, one problem for each thing that is wrong
 */
export function parseWorld(world: WorldInput): World {
  const known = parsed.get(world);
  if (known !== undefined) return known;
  const result = worldSchema.safeParse(world);
  if (!result.success) {
    const [first, ...others] = result.error.issues.map((issue): Problem => {
      const { path, message, hint } = problemOf(issue, world);
      const where = path.length === 0 ? 'the world' : path.join('.');
      return { code: 'bad-world', message: `${where}: ${message}`, ...(hint === undefined ? {} : { hint }) };
    });
    if (first !== undefined) throw new SimulatorError(first, ...others);
  }
  const complete = result.data as World;
  parsed.set(complete, complete);
  return complete;
}
