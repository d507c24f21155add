import { FAILURE_MODES } from '../failure-modes/catalogue.js';
import { badUsage, EXIT, type Command } from './command.js';
import { COMMANDS } from './commands.js';

const SHELLS = ['bash', 'zsh', 'fish'] as const;

export const completion: Command = {
  name: 'completion',
  summary: 'print a script that completes commands and options in a shell',
  takes: '<bash|zsh|fish>',
  options: {},
  examples: [
    ['source <(writeback completion bash)', 'in ~/.bashrc'],
    ['source <(writeback completion zsh)', 'in ~/.zshrc, after compinit'],
    ['writeback completion fish | source', 'in ~/.config/fish/config.fish'],
  ],
  run: async (args, output) => {
    const [shell, ...others] = args.words;
    if (others.length > 0 || !SHELLS.some((one) => one === shell)) {
      throw badUsage(
        shell === undefined
          ? 'completion needs a shell'
          : `there is no completion for "${args.words.join(' ')}"`,
        `one of: ${SHELLS.join(', ')}`,
      );
    }
    const commands = await Promise.all(Object.values(COMMANDS).map((entry) => entry.load()));
    output.write(shell === 'bash' ? bash(commands) : shell === 'zsh' ? zsh(commands) : fish(commands));
    return EXIT.asExpected;
  },
};

const failures = FAILURE_MODES.map(({ id }) => id).join(' ');

/** What a command takes besides options: failure modes, or files. */
function takesFailures({ takes }: Command): boolean {
  return takes.startsWith('<failure-mode>');
}

function optionsOf({ options }: Command): readonly string[] {
  return [...Object.keys(options), 'help'].map((name) => `--${name}`);
}

function bash(commands: readonly Command[]): string {
  const cases = commands.map((command) => {
    const words = [...optionsOf(command), ...(takesFailures(command) ? [failures] : [])].join(' ');
    const values = Object.entries(command.options).flatMap(([name, { choices }]) =>
      choices === undefined ? [] : [`      --${name}) words='${choices.join(' ')}' ;;`],
    );
    return `    ${command.name})
      words='${words}'
      case "$before" in
${values.join('\n')}
      esac ;;`;
  });
  return `# bash completion for writeback
_writeback() {
  local words='' now="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD-1]}"
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W '${commands.map(({ name }) => name).join(' ')} --help --version' -- "$now"))
    return
  fi
  case "\${COMP_WORDS[1]}" in
${cases.join('\n')}
  esac
  COMPREPLY=($(compgen -W "$words" -- "$now") $(compgen -f -- "$now"))
}
complete -o filenames -F _writeback writeback
`;
}

function zsh(commands: readonly Command[]): string {
  const cases = commands.map((command) => {
    const options = Object.entries(command.options).map(([name, { type, says, choices, value }]) => {
      const taken =
        type === 'boolean'
          ? ''
          : `:${value ?? 'value'}:${choices === undefined ? '_files' : `(${choices.join(' ')})`}`;
      return `'--${name}[${quoted(says)}]${taken}'`;
    });
    const words = takesFailures(command)
      ? `'1:failure mode:(${failures})' '*:file:_files'`
      : `'*:file:_files'`;
    return `    ${command.name}) _arguments ${[...options, words].join(' ')} ;;`;
  });
  const described = commands.map(({ name, summary }) => `'${name}:${quoted(summary)}'`).join(' ');
  return `#compdef writeback
_writeback() {
  if (( CURRENT == 2 )); then
    local -a commands=(${described})
    _describe 'command' commands
    return
  fi
  shift words
  (( CURRENT-- ))
  case "\${words[1]}" in
${cases.join('\n')}
  esac
}
compdef _writeback writeback
`;
}

function quoted(text: string): string {
  return text.replaceAll("'", "'\\''").replaceAll('[', '(').replaceAll(']', ')').replaceAll(':', ',');
}

function fish(commands: readonly Command[]): string {
  const lines = commands.flatMap((command) => {
    const { name, summary, options } = command;
    const here = `-n '__fish_seen_subcommand_from ${name}'`;
    return [
      `complete -c writeback -n __fish_use_subcommand -a ${name} -d '${fishQuoted(summary)}'`,
      ...Object.entries(options).map(([option, { says, type, choices }]) => {
        const values = choices === undefined ? '' : ` -xa '${choices.join(' ')}'`;
        return `complete -c writeback ${here} -l ${option}${type === 'string' && choices === undefined ? ' -r' : ''}${values} -d '${fishQuoted(says)}'`;
      }),
      ...(takesFailures(command) ? [`complete -c writeback ${here} -a '${failures}'`] : []),
    ];
  });
  return `# fish completion for writeback\n${lines.join('\n')}\n`;
}

function fishQuoted(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll("'", "\\'");
}
