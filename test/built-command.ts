import { execFileSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** The command is tested as it is built: builds it first if a source is newer. */
export function setup(): void {
  const built = newest('dist/cli');
  if (built > 0 && built >= Math.max(newest('src'), statSync('vite.config.ts').mtimeMs)) return;
  execFileSync('npm', ['run', 'build'], { stdio: 'pipe' });
}

function newest(folder: string): number {
  try {
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) =>
      join(folder, file),
    );
    return Math.max(
      0,
      ...files
        .map((file) => statSync(file))
        .filter((stats) => stats.isFile())
        .map((stats) => stats.mtimeMs),
    );
  } catch {
    return 0;
  }
}
