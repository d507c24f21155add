import { readText, shown } from '../node/read-text.js';
import { SimulatorError } from '../kernel/error.js';
import type { TestReport } from '../scenario/test-report.js';
import { badUsage, type Command } from './command.js';
import { runReport, type RunReport } from './reporters/reporter.js';
import { REPORTERS } from './reporters/reporters.js';
import { writeRun } from './test.js';

export const merge: Command = {
  name: 'merge',
  summary: 'make one report of several runs, such as those of shards',
  takes: '<reports…> [options]',
  options: {
    reporter: { type: 'string', value: 'name', says: 'how to write it', choices: Object.keys(REPORTERS) },
    output: { type: 'string', value: 'file', says: 'write it to a file, whole or not at all' },
  },
  examples: [
    ['writeback merge 1.json 2.json 3.json', 'reports written by "writeback test --reporter json"'],
    ['writeback merge *.json --reporter junit --output results.xml', 'for a CI server'],
  ],
  run: (args, output) => {
    if (args.words.length === 0) {
      throw badUsage(
        'merge needs reports',
        'write them with "writeback test --reporter json --output <file>"',
      );
    }
    const tests = args.words.flatMap((path) => readRun(path).tests);
    const key = (test: TestReport): string => `${test.file}\n${test.case ?? ''}`;
    const seen = new Set<string>();
    const twice = tests.find((test) => seen.size === seen.add(key(test)).size);
    if (twice !== undefined) {
      throw badUsage(
        `"${twice.file}" is in two of the reports`,
        'name each report once; shards share nothing',
      );
    }
    const sorted = tests.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
    return writeRun(runReport(sorted), args, output);
  },
};

/** In bytes: a story that fails takes a few thousand. */
const LARGEST_REPORT = 256 * 1024 * 1024;

function readRun(path: string): RunReport {
  let value: unknown;
  try {
    value = JSON.parse(readText(path, LARGEST_REPORT));
  } catch (error) {
    if (error instanceof SimulatorError) throw error;
  }
  if (isRun(value)) return value;
  throw new SimulatorError({
    code: 'no-report',
    message: 'this is no report of a run',
    hint: 'write it with "writeback test --reporter json --output <file>"',
    file: shown(path),
  });
}

function isRun(value: unknown): value is RunReport {
  if (typeof value !== 'object' || value === null) return false;
  const { format, tests } = value as Partial<Record<keyof RunReport, unknown>>;
  return format === 1 && Array.isArray(tests) && tests.every(isTest);
}

function isTest(value: unknown): value is TestReport {
  if (typeof value !== 'object' || value === null) return false;
  const { file, name, passed, failures, causes } = value as Partial<Record<keyof TestReport, unknown>>;
  return (
    typeof file === 'string' &&
    typeof name === 'string' &&
    typeof passed === 'boolean' &&
    Array.isArray(failures) &&
    Array.isArray(causes)
  );
}
