import type * as z from 'zod/mini';
import type { Problem } from '../kernel/error.js';
import { markComplete } from '../world/parse-world.js';
import { problemsOf } from '../world/schema-problem.js';
import { WORLD_CHECKS, worldSchema, type World } from '../world/schema.js';
import { mergeWorlds } from './merge-worlds.js';
import { inWords, throwProblems } from './read-yaml.js';
import type { Layer } from './shared-worlds.js';

/**
 * One world of several layers, the most general first.
 *
 * @throws SimulatorError with every problem, each at the place in the file that comes nearest to it
 */
export function composeWorld(layers: readonly Layer[]): World {
  const input = layers.reduce<unknown>((before, { given }) => mergeWorlds(before, given), {});
  const result = worldSchema.safeParse(input);
  if (!result.success) complainAbout(result.error.issues, input, layers);
  return markComplete(result.data as World);
}

/** Checks the links within a world that a file alone gives, and that its schema has read already. */
export function checkLinks(world: World, layer: Layer): World {
  const issues: z.core.$ZodIssue[] = [];
  for (const check of WORLD_CHECKS) check({ value: world, issues: issues as z.core.$ZodRawIssue[] });
  if (issues.length > 0) complainAbout(issues, layer.given, [layer]);
  return markComplete(world);
}

function complainAbout(issues: readonly z.core.$ZodIssue[], input: unknown, layers: readonly Layer[]): void {
  throwProblems(
    issues
      .flatMap((issue) => problemsOf(issue, input, worldSchema))
      .map((problem): Problem => {
        const written = inWords({ ...problem, path: ['given', ...problem.path] });
        let best: { readonly layer: Layer; readonly depth: number } | undefined;
        for (const layer of layers) {
          const depth = (layer.source?.depth([...layer.path, ...problem.path]) ?? -1) - layer.path.length;
          if (layer.source !== undefined && depth >= (best?.depth ?? -Infinity)) best = { layer, depth };
        }
        const { source, path } = best?.layer ?? {};
        if (source === undefined || path === undefined) return written;
        return source.framed(written, source.position([...path, ...problem.path], problem.key !== undefined));
      }),
  );
}
