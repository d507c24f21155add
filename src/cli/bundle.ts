import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Script } from 'node:vm';

/**
 * The bundled command as a script, with the code that V8 compiled for it when the package was built. V8 itself checks
 * that the code fits its version and the source, and compiles afresh if not.
 */
export function commandScript(folder: string): { readonly script: Script; readonly run: () => void } {
  const file = join(folder, 'command.cjs');
  const cache = join(folder, CODE_CACHE);
  const script = new Script(readFileSync(file, 'latin1'), {
    filename: file,
    ...(existsSync(cache) ? { cachedData: readFileSync(cache) } : {}),
  });
  const run = (): void => {
    const wrapped = script.runInThisContext() as (...parts: unknown[]) => void;
    const module = { exports: {} };
    // The bundle asks for nothing but Node's own modules, and loading `node:module` for its `require` takes a while.
    wrapped(module.exports, (id: string) => process.getBuiltinModule(id), module, file, dirname(file));
  };
  return { script, run };
}

/**
 * The bundle as `commandScript` reads it: a function of what a module is given, in ASCII, which is read and compiled
 * faster than UTF-8.
 */
export function asScript(bundle: string): string {
  const ascii = bundle.replace(
    /[^\0-\x7f]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return `(function (exports, require, module, __filename, __dirname) {${ascii}\n})`;
}

/** The compiled code, beside the bundle. */
export const CODE_CACHE = 'command.cache';
