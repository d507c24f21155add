import type { DiffLine } from './diff-records.js';
import type { FailureReport, TestReport } from './test-report.js';

type Paint = (text: string) => string;

/** How the parts of a text are set off. */
export interface Paints {
  readonly bold: Paint;
  readonly dim: Paint;
  readonly green: Paint;
  readonly red: Paint;
  readonly yellow: Paint;
}

const plain: Paint = (text) => text;
export const NO_PAINT: Paints = { bold: plain, dim: plain, green: plain, red: plain, yellow: plain };

/** The expectations of a story that were not met. */
export function failureTexts(report: TestReport, c: Paints = NO_PAINT): string {
  const causes = report.causes.map(
    (cause, index) => `    ${index === 0 ? c.yellow('cause   ') : ' '.repeat(8)}  ${cause}`,
  );
  const told = report.failures.map((failure) => failureText(report.file, failure, c));
  return [...told, [...causes, c.dim(`    the whole story: ${report.command}`)].join('\n')].join('\n\n');
}

/** Where it stands, what was expected of which party, and what there was instead. */
function failureText(file: string, failure: FailureReport, c: Paints): string {
  const { line, column, frame, where, expected, found, diff } = failure;
  return [
    `  ${file}:${line}:${column}`,
    indent(frame, 4),
    `    ${c.bold('where')}     ${where}`,
    `    ${c.green('expected')}  ${indent(expected, 14).trimStart()}`,
    `    ${c.red('found')}     ${indent(found, 14).trimStart()}`,
    ...diff.map((one) => diffLine(one, c)),
  ].join('\n');
}

function diffLine({ sign, text }: DiffLine, c: Paints): string {
  const line = `${' '.repeat(14)}${sign} ${text.replaceAll('\n', ' ')}`;
  return sign === '-' ? c.green(line) : sign === '+' ? c.red(line) : c.dim(line);
}

function indent(text: string, by: number): string {
  return text
    .split('\n')
    .map((line) => ' '.repeat(by) + line)
    .join('\n');
}
