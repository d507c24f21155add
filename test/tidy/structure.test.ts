import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';

interface Source {
  readonly path: string;
  /** The folder below src, or `index` for the root file. */
  readonly room: string;
  readonly text: string;
  readonly imports: readonly string[];
}

const sources: readonly Source[] = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.(ts|tsx)$/.test(path))
  .map((path) => {
    const text = readFileSync(join('src', path), 'utf8');
    const imports = [...text.matchAll(/(?:from|import\()\s*'([^']+)'/g)].map(
      ([, specifier = '']) => specifier,
    );
    return { path, room: path.includes('/') ? (path.split('/')[0] ?? '') : 'index', text, imports };
  });

/** Who may import whom: what stands to the right may import what stands to the left. */
const ORDER: Readonly<Record<string, readonly string[]>> = (() => {
  const parties = ['tenant', 'connector', 'domain'];
  // What the cloud and the agents on domain controllers both run, and which knows neither.
  const shared = ['kernel', 'banned-passwords'];
  const world = [...shared, ...parties];
  const records = ['kernel', ...parties];
  const attempt = [...world, 'world'];
  const simulation = [...attempt, 'attempt'];
  const failureModes = [...simulation, 'simulation'];
  const scenario = [...failureModes, 'failure-modes', 'records'];
  const node = [...scenario, 'scenario'];
  return {
    kernel: [],
    'banned-passwords': ['kernel'],
    tenant: shared,
    connector: ['kernel'],
    domain: shared,
    world,
    records,
    attempt,
    simulation,
    'failure-modes': failureModes,
    scenario,
    node,
    arbitraries: node,
    cli: [...node, 'node'],
    studio: node,
    index: node,
  };
})();

/** What runs in a browser unchanged. */
const core = sources.filter(({ room }) => !['node', 'cli', 'studio'].includes(room));

describe.each(sources.map((source) => [source.path, source] as const))('src/%s', (_path, source) => {
  it('imports only from the rooms that it may', () => {
    for (const specifier of source.imports.filter((one) => one.startsWith('.'))) {
      const target = normalize(join(dirname(source.path), specifier));
      const room = target.includes('/') ? target.split('/')[0] : 'index';
      expect([source.room, ...(ORDER[source.room] ?? [])], specifier).toContain(room);
    }
  });

  it('is small, and has nothing left over', () => {
    const table = /-events\.ts$|-answers\.ts$|screens\.ts$|letter-category\.ts$/.test(source.path);
    expect(source.text.split('\n').length).toBeLessThanOrEqual(table ? 600 : 320);
    expect(source.text).not.toMatch(/\b(TODO|FIXME|XXX|HACK)\b|debugger;|console\.log|\.only\(|@ts-ignore/);
    expect(source.path).not.toMatch(/util|helper|common|manager/i);
  });
});

describe.each(core.map((source) => [source.path, source] as const))(
  'src/%s, in the core',
  (_path, { text, imports }) => {
    it('knows no platform', () => {
      for (const specifier of imports) expect(specifier).not.toMatch(/^node:|^(fs|path|os|crypto|process)$/);
      expect(text).not.toMatch(/(?<![#.\w])(process|Buffer|window|document|globalThis|require)\s*[.([]/);
    });

    it('reads no clock and no chance, and nothing that differs between engines', () => {
      const code = text.replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
      expect(code).not.toMatch(
        /Math\.random|Date\.now|performance\.|new Date\(\)|setTimeout|setInterval|crypto\./,
      );
      expect(code).not.toMatch(/\bIntl\b|localeCompare|toLocale|\\p\{L|Math\.(exp|log|pow|sin|cos)\b/);
    });
  },
);

it('looks at every room that there is', () => {
  expect([...new Set(sources.map(({ room }) => room))].filter((room) => ORDER[room] === undefined)).toEqual(
    [],
  );
  expect(sources.length).toBeGreaterThan(50);
});
