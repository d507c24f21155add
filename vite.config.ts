import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };

// Bundles the command, so that it starts fast; the library is emitted file by file by tsc.
export default defineConfig(({ mode }) => ({
  define: { VERSION: JSON.stringify(version) },
  ssr: { noExternal: true },
  // yaml's ES modules instead of its CommonJS ones: they bundle to less, and start faster.
  resolve: {
    alias: { yaml: fileURLToPath(new URL('node_modules/yaml/browser/dist/index.js', import.meta.url)) },
  },
  build: {
    ssr: true,
    outDir: 'dist/cli',
    emptyOutDir: false,
    target: 'node20',
    minify: true,
    rolldownOptions: {
      input: mode === 'start' ? { main: 'src/cli/start.ts' } : { command: 'src/cli/main.ts' },
      output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
    },
  },
}));
