import type { Paints } from '../../scenario/failure-text.js';
import type { TestReport } from '../../scenario/test-report.js';

/** All that a run of scenarios came to. */
export interface RunReport {
  /** The version of this report's own format. */
  readonly format: 1;
  readonly simulator: string;
  readonly passed: number;
  readonly failed: number;
  readonly tests: readonly TestReport[];
}

/** Writes a run as a text, for people or for other programs. */
export type Reporter = (run: RunReport, paints: Paints) => string;

export function runReport(tests: readonly TestReport[]): RunReport {
  const passed = tests.filter((test) => test.passed).length;
  return { format: 1, simulator: VERSION, passed, failed: tests.length - passed, tests };
}

/** The file, and the case where there is one. */
export function titleOf(test: TestReport): string {
  return test.case === null ? test.file : `${test.file} › ${test.case}`;
}
