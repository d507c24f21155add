import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

const others = resolve('node_modules/.cache/others');

/** Another Node, or undefined with a line that says how to get it. */
export function otherNode(version: string): string | undefined {
  return installed(`${others}/node-${version}/node_modules/node/bin/node`, `Node ${version}`);
}

/** Another TypeScript compiler's script, or undefined with a line that says how to get it. */
export function otherTypeScript(version: string): string | undefined {
  return installed(
    `${others}/typescript-${version}/node_modules/typescript/bin/tsc`,
    `TypeScript ${version}`,
  );
}

function installed(path: string, what: string): string | undefined {
  if (existsSync(path)) return path;
  process.stdout.write(`skipped: ${what} is not installed; test/package/install-others.sh installs it\n`);
  return undefined;
}
