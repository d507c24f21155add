import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readScenario } from '../../src/node/scenario-files.js';

/** A shipped scenario, and the failure modes that it expects somewhere. */
export interface Told {
  readonly name: string;
  readonly path: string;
  readonly causes: ReadonlySet<string>;
}

let told: readonly Told[] | undefined;

/** The shipped scenarios that expect a failure mode as the true cause, or as what keeps it unseen. */
export function scenariosAbout(id: string): readonly Told[] {
  told ??= readAll();
  return told.filter(({ causes }) => causes.has(id));
}

function readAll(): readonly Told[] {
  return readdirSync('scenarios', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.yaml') && !file.endsWith('.world.yaml'))
    .toSorted()
    .map((file) => {
      const path = join('scenarios', file);
      const { scenario, cases } = readScenario(path);
      const expected = cases.flatMap((story) => [
        ...story.expected.flatMap(({ then }) => [then, ...Object.values(then.steps ?? {})]),
        ...story.steps.map(({ step }) => step.then),
      ]);
      const causes = new Set(expected.flatMap((one) => [one?.cause ?? [], one?.unseen ?? []].flat()));
      return { name: scenario.name, path, causes };
    });
}
