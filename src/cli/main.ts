import type { SimulatorError } from '../kernel/error.js';
import { badUsage, EXIT, readArguments, type ExitCode, type Output } from './command.js';
import { COMMANDS } from './commands.js';

async function main(args: readonly string[]): Promise<ExitCode> {
  const [name, ...rest] = args;
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    const [topic] = rest;
    if (name === 'help' && topic !== undefined) return main([topic, '--help']);
    const { mainHelp } = await import('./help.js');
    stdout.write(mainHelp(Object.entries(COMMANDS).map(([command, { summary }]) => [command, summary])));
    return name === undefined ? EXIT.badInput : EXIT.asExpected;
  }
  if (name === '--version' || name === '-v') {
    stdout.write(`${VERSION}\n`);
    return EXIT.asExpected;
  }
  const entry = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (entry === undefined && name.startsWith('-'))
    throw badUsage(`there is no option "${name}"`, 'see "writeback --help"');
  if (entry === undefined) throw await unknownCommand(name);
  const command = await entry.load();
  const ownWords = rest.includes('--') ? rest.slice(0, rest.indexOf('--')) : rest;
  if (ownWords.includes('--help') || ownWords.includes('-h')) {
    const { commandHelp } = await import('./help.js');
    stdout.write(commandHelp(command));
    return EXIT.asExpected;
  }
  return command.run(readArguments(command, rest), stdout);
}

async function unknownCommand(name: string): Promise<SimulatorError> {
  const { didYouMean } = await import('../world/schema-problem.js');
  const names = Object.keys(COMMANDS);
  return badUsage(
    `there is no command "${name}"`,
    didYouMean(name, names) ?? `the commands are: ${names.join(', ')}`,
  );
}

function wantsColour(): boolean {
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env;
  if (NO_COLOR !== undefined && NO_COLOR !== '') return false;
  if (FORCE_COLOR !== undefined && FORCE_COLOR !== '' && FORCE_COLOR !== '0') return true;
  // Not a terminal has no such property at all.
  return (process.stdout.isTTY as boolean | undefined) === true && TERM !== 'dumb';
}

/** A file or another program gets whole lines, so that it finds what it looks for. */
function widthOf(columns: number): number {
  return columns > 0 ? Math.max(40, Math.min(columns, 120)) : Infinity;
}

const stdout: Output = {
  write: (text) => process.stdout.write(text),
  colour: wantsColour(),
  width: widthOf(process.stdout.columns ?? Number(process.env['COLUMNS'])),
};

// A reader that has seen enough, such as `head`, is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(EXIT.asExpected);
  process.stderr.write(`writeback: the output cannot be written (${error.code ?? error.message})\n`);
  process.exit(EXIT.badInput);
});

async function run(): Promise<void> {
  try {
    process.exitCode = await main(process.argv.slice(2));
  } catch (error) {
    const { reportError } = await import('./report-error.js');
    process.exitCode = reportError(error);
  }
}

void run();
