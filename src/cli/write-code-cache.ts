import { chmodSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { asScript, CODE_CACHE, commandScript } from './bundle.js';

// Part of the build: lays the bundle out to be read fast, runs the command once, so that V8 compiles what a run needs,
// and keeps the compiled code.
const folder = resolve('dist/cli');
const bundle = join(folder, 'command.cjs');
writeFileSync(bundle, asScript(readFileSync(bundle, 'utf8')));
rmSync(join(folder, CODE_CACHE), { force: true });
chmodSync(join(folder, 'main.cjs'), 0o755);
process.argv.splice(2, Infinity, 'play', 'founding-ticket');
process.stdout.write = () => true;
const command = commandScript(folder);
process.on('exit', () => writeFileSync(join(folder, CODE_CACHE), command.script.createCachedData()));
command.run();
