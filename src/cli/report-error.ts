import { SimulatorError } from '../kernel/error.js';
import { problemText } from '../kernel/problem-text.js';
import { EXIT, type ExitCode } from './command.js';

/** Says on standard error what is wrong and what to do, and gives the exit code for it. */
export function reportError(error: unknown): ExitCode {
  if (error instanceof SimulatorError) {
    process.stderr.write(`${error.problems.map(problemText).join('\n\n')}\n`);
    return EXIT.badInput;
  }
  process.stderr.write(`${bugText(error)}\n`);
  return EXIT.bug;
}

function bugText(error: unknown): string {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return `writeback: this is a fault of the simulator, not of your input.
Please report it with this command line, the scenario file, and what follows.

  node ${process.version}, writeback-simulator ${VERSION}
  ${process.argv.slice(2).join(' ')}

${text}`;
}
