import { SimulatorError, type Problem } from '../kernel/error.js';
import { problemsOf } from './schema-problem.js';
import { worldSchema, type World, type WorldInput } from './schema.js';

const complete = new WeakSet<object>();

/** Marks a world as the schema's own output, so that nobody parses it again. */
export function markComplete(world: World): World {
  complete.add(world);
  return world;
}

/**
 * Fills in every default.
 *
 * @throws SimulatorError `bad-world`, one problem for each thing that is wrong
 */
export function parseWorld(world: WorldInput): World {
  if (complete.has(world)) return world as World;
  const result = worldSchema.safeParse(world);
  if (!result.success) {
    const problems = result.error.issues.flatMap((issue) => problemsOf(issue, world, worldSchema));
    const [first, ...others] = problems.map(({ path, message, hint }): Problem => {
      const where = path.length === 0 ? 'the world' : path.join('.');
      return { code: 'bad-world', message: `${where}: ${message}`, ...(hint === undefined ? {} : { hint }) };
    });
    if (first !== undefined) throw new SimulatorError(first, ...others);
  }
  return markComplete(result.data as World);
}
