/** Where in a file something is wrong; lines and columns count from 1. */
export interface Position {
  readonly file?: string;
  readonly line: number;
  readonly column: number;
  /** How many characters the caret underlines. */
  readonly length?: number;
}

/** What is wrong, for a person: one sentence, where it is, and what to do about it. */
export interface Problem {
  readonly code: string;
  readonly message: string;
  readonly hint?: string;
  readonly position?: Position;
  /** The lines around the position, with a caret. */
  readonly frame?: string;
  /** The file or folder, where there is no line to point at. */
  readonly file?: string;
}

/** Bad input: never a fault of the simulator, never worth a stack trace. */
export class SimulatorError extends Error {
  override readonly name = 'SimulatorError';
  readonly problems: readonly [Problem, ...Problem[]];

  constructor(...problems: readonly [Problem, ...Problem[]]) {
    super(problems.map((problem) => problem.message).join('\n'));
    this.problems = problems;
  }

  get code(): string {
    return this.problems[0].code;
  }
  get hint(): string | undefined {
    return this.problems[0].hint;
  }
  get position(): Position | undefined {
    return this.problems[0].position;
  }
}

/** A fault of the simulator itself. The command shows it with how to report and reproduce it. */
export class SimulatorBug extends Error {
  override readonly name = 'SimulatorBug';
}
