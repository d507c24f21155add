import { describe, expect, it } from 'vitest';
import { SimulatorError } from '../kernel/error.js';
import { problemText } from '../kernel/problem-text.js';
import type { LogName } from '../records/entry.js';
import { brief, describe as say } from '../scenario/describe-record.js';
import type { ExpectedRecord } from '../scenario/expectation-schema.js';
import { failureTexts } from '../scenario/failure-text.js';
import { matches } from '../scenario/match-record.js';
import { differences, nearestRecord } from '../scenario/nearest-record.js';
import { playScenario, type Story } from '../scenario/play.js';
import { testReport } from '../scenario/test-report.js';
import { LOG_SAYS } from '../scenario/views.js';
import { findScenarios, readScenario } from './scenario-files.js';

/**
 * Makes a test of each story in scenario files, for a suite of your own.
 *
 * @param paths files, folders or patterns such as `scenarios/**\/*.yaml`, from the working directory
 * @param options another seed for all of them
 */
export function defineScenarioTests(
  paths: string | readonly string[],
  options: { readonly seed?: string } = {},
): void {
  for (const path of findScenarios([paths].flat())) {
    try {
      const file = readScenario(path);
      describe(file.source.file, () => {
        for (const [index, { name }] of file.cases.entries()) {
          it(name ?? file.scenario.name, () => {
            const report = testReport(clearly(() => playScenario(file, { ...options, case: index })));
            if (!report.passed) throw plain(`an expectation was not met\n\n${failureTexts(report)}`);
          });
        }
      });
    } catch (error) {
      // One bad file fails alone, with what is wrong with it.
      it(path, () => {
        clearly(() => {
          throw error;
        });
      });
    }
  }
}

/** What is wrong with a file is said with its place, and without a stack of ours. */
function clearly<T>(act: () => T): T {
  try {
    return act();
  } catch (error) {
    if (!(error instanceof SimulatorError)) throw error;
    throw plain(error.problems.map(problemText).join('\n\n'));
  }
}

function plain(message: string): Error {
  const error = new Error(message);
  error.stack = `Error: ${message}`;
  return error;
}

type Played = Pick<Story, 'scenes'>;

interface Matched {
  readonly pass: boolean;
  readonly message: () => string;
}

expect.extend({
  /** Whether a log of a story that was played has a record, as scenario files expect them. */
  toHaveRecord({ scenes }: Played, log: LogName, expected: ExpectedRecord): Matched {
    const own = scenes.flatMap(({ entries }) => entries).filter((entry) => entry.log === log);
    const hit = own.find((entry) => matches(expected, entry));
    return {
      pass: hit !== undefined,
      message: () => {
        if (hit !== undefined) return `expected no ${say(expected)} in ${LOG_SAYS[log]}, found ${brief(hit)}`;
        const near = nearestRecord(expected, own);
        const found = near === undefined ? 'no records at all' : `nearest is ${brief(near)}`;
        const lines = near === undefined ? [] : differences(expected, near);
        return [`expected ${say(expected)} in ${LOG_SAYS[log]}; ${found}`, ...lines].join('\n  ');
      },
    };
  },
  /** Whether a failure mode, or "none", is the true cause of a story's last attempt. */
  toHaveCause({ scenes }: Played, expected: string): Matched {
    const last = scenes.findLast(({ verdict }) => verdict !== undefined)?.verdict;
    const found = last?.cause ?? 'none';
    const figures = last?.figures.map((figure) => `\n  ${figure}`).join('') ?? '';
    return {
      pass: found === expected,
      message: () =>
        found === expected
          ? `expected another cause than ${found}`
          : `expected the cause ${expected}, found ${found}${figures}`,
    };
  },
});

interface ScenarioMatchers<R> {
  toHaveRecord(log: LogName, expected: ExpectedRecord): R;
  toHaveCause(expected: string): R;
}

declare module 'vitest' {
  // oxlint-disable-next-line no-unused-vars -- the parameters must be those of the interface that is extended
  interface Matchers<T> extends ScenarioMatchers<T> {}
}
