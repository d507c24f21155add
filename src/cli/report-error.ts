import { SimulatorError, type Problem } from '../kernel/error.js';
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

function problemText({ message, hint, position, file, frame }: Problem): string {
  const where = position === undefined ? file : `${position.file ?? ''}:${position.line}:${position.column}`;
  const lines = [`${where === undefined ? 'writeback' : where}: ${message}`];
  if (frame !== undefined) lines.push(frame);
  if (hint !== undefined) lines.push(`  hint: ${hint}`);
  return lines.join('\n');
}

function bugText(error: unknown): string {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return `writeback: this is a fault of the simulator, not of your input.
Please report it with this command line, the scenario file, and what follows.

  node ${process.version}, writeback-simulator ${VERSION}
  ${process.argv.slice(2).join(' ')}

${text}`;
}
