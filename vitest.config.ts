import { defineConfig } from 'vitest/config';

/** Nothing may depend on where the machine stands: the suite of the core runs in three time zones. */
const TIME_ZONES = ['UTC', 'Australia/Adelaide', 'America/Los_Angeles'];

export default defineConfig({
  test: {
    testTimeout: 30_000,
    projects: [
      ...TIME_ZONES.map((zone) => ({
        test: {
          name: zone,
          include: ['test/{unit,properties,scenarios}/**/*.test.ts'],
          env: { TZ: zone },
          setupFiles: ['test/time-zone.ts'],
          // Files share their modules, which keep nothing between tests: evaluating them anew took most of the time.
          isolate: false,
          testTimeout: 30_000,
          hookTimeout: 30_000,
        },
      })),
      {
        test: {
          name: 'once',
          include: ['test/{cli,docs,tidy,conformance,package,speed}/**/*.test.ts'],
          globalSetup: ['test/built-command.ts'],
          testTimeout: 60_000,
        },
      },
    ],
  },
});
