import { parseArgs, type ParseArgsConfig } from 'node:util';
import { SimulatorError } from '../kernel/error.js';
import { didYouMean } from '../world/schema-problem.js';

/** Everything as expected; an expectation failed; bad usage or a bad file; a fault of the simulator. */
export const EXIT = { asExpected: 0, expectationFailed: 1, badInput: 2, bug: 3 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

export interface Option {
  readonly type: 'string' | 'boolean';
  /** What stands for the value in the help. */
  readonly value?: string;
  readonly says: string;
  /** The only values allowed. */
  readonly choices?: readonly string[];
}

/** One subcommand: what it is for, what it takes, and how it runs. */
export interface Command {
  readonly name: string;
  readonly summary: string;
  /** What follows the command's name in its usage line. */
  readonly takes: string;
  readonly options: Readonly<Record<string, Option>>;
  readonly examples: readonly (readonly [command: string, says: string])[];
  run(args: Arguments, output: Output): ExitCode | Promise<ExitCode>;
}

export interface Arguments {
  readonly words: readonly string[];
  text(option: string): string | undefined;
  flag(option: string): boolean;
}

/** Where a command writes; whether it may use colour, and at what width it breaks lines, if at all. */
export interface Output {
  write(text: string): void;
  readonly colour: boolean;
  readonly width: number;
}

/**
 * Reads a subcommand's words and options.
 *
 * @throws SimulatorError `bad-usage`
 */
export function readArguments(command: Command, args: readonly string[]): Arguments {
  const { values, positionals } = parse(command, args);
  for (const [name, { choices }] of Object.entries(command.options)) {
    const value = values[name];
    if (choices === undefined || typeof value !== 'string' || choices.includes(value)) continue;
    const hint = didYouMean(value, choices) ?? `one of: ${choices.join(', ')}`;
    throw badUsage(`--${name} cannot be "${value}"`, hint);
  }
  return {
    words: positionals,
    text: (option) => {
      const value = values[option];
      return typeof value === 'string' ? value : undefined;
    },
    flag: (option) => values[option] === true,
  };
}

export function badUsage(message: string, hint: string): SimulatorError {
  return new SimulatorError({ code: 'bad-usage', message, hint });
}

function parse(command: Command, args: readonly string[]): ReturnType<typeof parseArgs> {
  const options: NonNullable<ParseArgsConfig['options']> = Object.fromEntries(
    Object.entries(command.options).map(([name, { type }]) => [name, { type }]),
  );
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    const names = Object.keys(options);
    const wrong = /^Unknown option '--?([^']*)'/.exec((error as Error).message)?.[1];
    if (wrong !== undefined) {
      const guess = didYouMean(wrong, names);
      const hint = guess?.replace('"', '"--') ?? `see "writeback ${command.name} --help"`;
      throw badUsage(`there is no option "${wrong.length === 1 ? '-' : '--'}${wrong}"`, hint);
    }
    const message = ((error as Error).message.split('\n')[0] ?? '').replace(/\.? To specify.*$/, '');
    throw badUsage(
      message.charAt(0).toLowerCase() + message.slice(1),
      `see "writeback ${command.name} --help"`,
    );
  }
}
