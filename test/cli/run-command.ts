import { spawnSync } from 'node:child_process';

export interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the built command as a user would. */
export function writeback(
  args: readonly string[],
  options: { cwd?: string; env?: NodeJS.ProcessEnv; input?: string } = {},
): Run {
  const { cwd = process.cwd(), env = {}, input = '' } = options;
  const command = `${import.meta.dirname}/../../dist/cli/main.cjs`;
  const inherited = { ...process.env, NO_COLOR: undefined, FORCE_COLOR: undefined };
  const result = spawnSync(process.execPath, [command, ...args], {
    cwd,
    env: { ...inherited, ...env },
    input,
    encoding: 'utf8',
    timeout: 20_000,
  });
  return { code: result.status, out: result.stdout, err: result.stderr };
}
