import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { otherNode, otherTypeScript } from './others.js';

const project = mkdtempSync(join(tmpdir(), 'writeback-package-'));

const run = (file: string, args: readonly string[]): string =>
  execFileSync(file, [...args], { cwd: project, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

/** Packs the package and installs it into an empty project, as its users do. */
beforeAll(() => {
  const packed = execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', project], {
    encoding: 'utf8',
  });
  const [{ filename = '' } = {}] = JSON.parse(packed) as { filename?: string }[];
  writeFileSync(join(project, 'package.json'), '{ "private": true, "type": "module" }');
  run('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts', `./${filename}`]);
}, 120_000);

afterAll(() => rmSync(project, { recursive: true, force: true }));

const CONSUMER = `import { createSimulation, verdictOf, type WorldInput } from 'writeback-simulator';
const world: WorldInput = { users: { MyUser: { activeDirectory: { passwordLastSet: '6 hours ago' } } } };
const simulation = createSimulation(world, { seed: 'consumer' });
const attempt = simulation.reset({ user: 'MyUser', newPassword: 'W=*B2!qmv_$PkbV4dJr' });
const cause: string | null = verdictOf(attempt, simulation.now).cause;
console.log(attempt.outcome, cause);
// @ts-expect-error a world has no such party
createSimulation({ tenent: {} });
`;

const SUITE = `import { expect, it } from 'vitest';
import { parseScenario, playScenario } from 'writeback-simulator';
import { defineScenarioTests } from 'writeback-simulator/vitest';
defineScenarioTests('tickets/*.yaml');
const story = playScenario(parseScenario('version: 1\\nname: x\\ngiven: { failure: minimum-password-age }\\n', 'x.yaml'));
it('has a record and a cause', () => {
  expect(story).toHaveRecord('dc-security', { EventID: 4724, Keywords: 'Audit Failure' });
  expect(story).not.toHaveRecord('dc-security', 4738);
  expect(story).toHaveCause('minimum-password-age');
});
it('says what is there instead', () => expect(story).toHaveRecord('dc-security', 4738));
it('knows causes', () => expect(story).not.toHaveCause('password-history'));
`;

describe('the packed package, installed into an empty project', () => {
  it('holds what is needed, and nothing of how it was made', () => {
    const folder = join(project, 'node_modules/writeback-simulator');
    const { dependencies } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
      dependencies: object;
    };
    expect(Object.keys(dependencies).length).toBeLessThan(8);
    const files = run('find', [folder, '-type', 'f', '-not', '-path', '*/node_modules/*/node_modules/*']);
    for (const part of [
      'dist/index.js',
      'dist/index.d.ts',
      'dist/cli/main.cjs',
      'founding-ticket.yaml',
      'docs/scenario.schema.json',
      'README.md',
      'LICENSE',
    ]) {
      expect(files).toContain(part);
    }
    expect(files).not.toMatch(/\.test\.|\/src\/|vitest|\.ci\//);
  });

  it('works as a library', () => {
    const script =
      CONSUMER.split('// @ts-expect-error')[0]
        ?.replace(', type WorldInput', '')
        .replace(': WorldInput', '')
        .replace(': string | null', '') ?? '';
    writeFileSync(join(project, 'library.mjs'), script);
    expect(run(process.execPath, ['library.mjs'])).toBe('refused minimum-password-age\n');
  });

  it('works as a command, and finds the scenarios that come with it', () => {
    const bin = join(project, 'node_modules/.bin/writeback');
    expect(run(bin, ['list'])).toContain('founding-ticket');
    expect(run(bin, ['play', 'founding-ticket'])).toContain('all 17 expectations met');
    expect(run(bin, ['test'])).toMatch(/ 0 failed\n$/);
  });

  it('lets a suite of vitest run scenario files, and look at records', () => {
    // The vitest of this repository, as if it were the project's own.
    symlinkSync(resolve('node_modules/vitest'), join(project, 'node_modules/vitest'));
    mkdirSync(join(project, 'tickets'));
    const ticket = `version: 1\nname: Too young\ngiven: { failure: minimum-password-age }\nthen: { cause: CAUSE }\n`;
    writeFileSync(join(project, 'tickets/right.yaml'), ticket.replace('CAUSE', 'minimum-password-age'));
    writeFileSync(join(project, 'tickets/wrong.yaml'), ticket.replace('CAUSE', 'password-history'));
    writeFileSync(join(project, 'tickets/bad.yaml'), ticket.replace('version', 'vershun'));
    writeFileSync(join(project, 'tickets.test.ts'), SUITE);
    const { stdout, stderr, status } = spawnSync(
      process.execPath,
      ['node_modules/vitest/vitest.mjs', 'run', '--root', '.'],
      { cwd: project, encoding: 'utf8', env: { ...process.env, NO_COLOR: '1', VITEST: undefined } },
    );
    rmSync(join(project, 'node_modules/vitest'));
    const said = stdout + stderr;
    expect(said).toContain('Tests  3 failed | 3 passed (6)');
    expect(said).toMatch(
      /tickets\/wrong\.yaml:4:16[\s\S]*expected {2}password-history[\s\S]*found {5}minimum-password-age/,
    );
    expect(said).toMatch(/tickets\/bad\.yaml:1:1: unknown key "vershun"/);
    expect(said).toContain(
      "expected event 4738 in the domain controller's Security log; nearest is event 4724",
    );
    expect(status).toBe(1);
  });

  it('imports nothing that it does not declare', () => {
    const listed = run('npm', ['ls', '--all', '--json']);
    expect(JSON.parse(listed)).not.toHaveProperty('problems');
  });

  it('works with fast-check absent and present', () => {
    expect(run(process.execPath, ['library.mjs'])).toContain('refused');
    run('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts', 'fast-check@4']);
    expect(run(process.execPath, ['library.mjs'])).toContain('refused');
  }, 120_000);

  describe.each(['5.9', '7'])('has types for TypeScript %s', (version) => {
    const tsc = otherTypeScript(version);
    it.skipIf(tsc === undefined).each(['NodeNext', 'Bundler'])('with module resolution %s', (resolution) => {
      writeFileSync(join(project, 'consumer.ts'), CONSUMER);
      const compilerOptions = {
        strict: true,
        noEmit: true,
        target: 'ES2023',
        module: resolution === 'Bundler' ? 'ESNext' : 'NodeNext',
        moduleResolution: resolution,
        types: [],
        lib: ['ES2023', 'DOM'],
        exactOptionalPropertyTypes: true,
      };
      writeFileSync(
        join(project, 'tsconfig.json'),
        JSON.stringify({ compilerOptions, files: ['consumer.ts'] }),
      );
      const { status, stdout } = spawnSync(process.execPath, [tsc ?? '', '-p', '.'], {
        cwd: project,
        encoding: 'utf8',
      });
      expect(stdout).toBe('');
      expect(status).toBe(0);
    });
  });
});

describe.each(['22', '24'])('on Node %s', (version) => {
  const node = otherNode(version);
  it.skipIf(node === undefined)('the command writes the same bytes', () => {
    for (const args of [
      ['play', 'founding-ticket', '--format', 'ndjson'],
      ['play', 'sync-account-blocked-by-mfa'],
      ['list'],
    ]) {
      const [here, there] = [process.execPath, node ?? ''].map((one) =>
        execFileSync(one, ['dist/cli/main.cjs', ...args], { encoding: 'utf8' }),
      );
      expect(there).toBe(here);
    }
  });
});
