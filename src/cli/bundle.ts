import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Script } from 'node:vm';

/**
 * The bundled command as a script, with the code that V8 compiled for it when the package was built. V8 itself checks
 * that the code fits its version and the source, and compiles afresh if not.
 */
export function commandScript(folder: string): { readonly script: Script; readonly run: () => void } {
  const file = join(folder, 'command.cjs');
  const cache = join(folder, CODE_CACHE);
  const source = `(function (exports, require, module, __filename, __dirname) {${readFileSync(file, 'utf8')}\n})`;
  const script = new Script(source, {
    filename: file,
    ...(existsSync(cache) ? { cachedData: readFileSync(cache) } : {}),
  });
  const run = (): void => {
    const wrapped = script.runInThisContext() as (...parts: unknown[]) => void;
    const module = { exports: {} };
    wrapped(module.exports, createRequire(file), module, file, dirname(file));
  };
  return { script, run };
}

/** The compiled code, beside the bundle. */
export const CODE_CACHE = 'command.cache';
