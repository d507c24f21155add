import type { Command } from './command.js';

const EXIT_CODES = `Exit codes
  0  everything as expected
  1  an expectation of a scenario was not met
  2  bad usage, or a file that is no scenario
  3  a fault of the simulator itself`;

/** The help of the whole command. */
export function mainHelp(summaries: readonly (readonly [name: string, summary: string])[]): string {
  const width = Math.max(...summaries.map(([name]) => name.length));
  return `writeback: what really happens when a Microsoft Entra password reset is written back on-premises

Usage
  writeback <command> [options]

Commands
${summaries.map(([name, summary]) => `  ${name.padEnd(width)}  ${summary}`).join('\n')}

Options
  --help     help, also after a command
  --version  the version

Examples
  writeback play founding-ticket     the story the project began with
  writeback list                     the scenarios that come with it
  writeback test my-tickets/         check all scenario files in a folder
  writeback lookup 33004             what can be behind a record
  writeback new minimum-password-age tickets/4711.yaml    begin a scenario file for a ticket

${EXIT_CODES}
`;
}

/** The help of one subcommand. */
export function commandHelp({ name, summary, takes, options, examples }: Command): string {
  const rows = Object.entries(options).map(([option, { value, says, choices }]) => {
    const left = value === undefined ? `--${option}` : `--${option} <${value}>`;
    return [left, choices === undefined ? says : `${says} (${choices.join(', ')})`] as const;
  });
  return `writeback ${name}: ${summary}

Usage
  writeback ${name} ${takes}

Options
${table([...rows, ['--help', 'this help']])}

Examples
${table(examples)}

${EXIT_CODES}
`;
}

function table(rows: readonly (readonly [string, string])[]): string {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`).join('\n');
}
