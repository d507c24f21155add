import type { Verdict } from '../failure-modes/verdict.js';
import type { Failure } from './expectations.js';
import type { DiffLine } from './diff-records.js';
import type { Story } from './play.js';
import { shellWord } from './shell-word.js';

/** What came of one story: plain JSON, so that it can be written by one machine and read by another. */
export interface TestReport {
  readonly file: string;
  /** The case's name; null for the file's own story. */
  readonly case: string | null;
  readonly name: string;
  readonly tags: readonly string[];
  readonly seed: string;
  readonly passed: boolean;
  readonly checks: number;
  readonly failures: readonly FailureReport[];
  /** The true cause of each attempt. */
  readonly causes: readonly string[];
  /** The command that shows the whole story. */
  readonly command: string;
}

/** An expectation that was not met. */
export interface FailureReport {
  readonly line: number;
  readonly column: number;
  /** The lines around it, passwords masked. */
  readonly frame: string;
  /** Where it was looked for, in words. */
  readonly where: string;
  readonly expected: string;
  readonly found: string;
  readonly diff: readonly DiffLine[];
}

/** What a story came to, without the story. */
export function testReport(story: Story): TestReport {
  const { file, seed, checks, failures } = story;
  const { name, tags } = file.scenario;
  return {
    file: file.source.file,
    case: story.case.name ?? null,
    name,
    tags,
    seed,
    passed: failures.length === 0,
    checks,
    failures: failures.map((failure) => failureReport(story, failure)),
    causes: failures.length === 0 ? [] : causesOf(story),
    command: commandFor(story),
  };
}

function failureReport({ file }: Story, { path, where, expected, found, diff = [] }: Failure): FailureReport {
  const position = file.source.position(path);
  const { line, column } = position;
  return { line, column, frame: file.source.frame(position), where, expected, found, diff };
}

/** The command that plays it as it was played. */
function commandFor({ file, case: { name }, seed }: Story): string {
  const which = name === undefined ? '' : ` --case ${shellWord(name)}`;
  return `writeback play ${shellWord(file.source.file)}${which} --seed ${shellWord(seed)}`;
}

/** The true cause of each attempt, which no party's log names. */
function causesOf({ scenes }: Story): readonly string[] {
  const tried = scenes.flatMap(({ number, verdict }) => (verdict === undefined ? [] : [{ number, verdict }]));
  const many = tried.length > 1;
  return tried.map(({ number, verdict }) => `${many ? `step ${number}: ` : ''}${causeText(verdict)}`);
}

function causeText({ cause, title, outcome, figures }: Verdict): string {
  if (cause === null || title === null) return `none, the attempt ended: ${outcome}`;
  return [`${title} (${cause})`, ...figures.slice(0, 1)].join('; ');
}
