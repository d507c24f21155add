import type { Command } from './command.js';

/** Each subcommand is only evaluated when it runs: start-up is what users feel. */
export const COMMANDS: Readonly<Record<string, { readonly summary: string; load(): Promise<Command> }>> = {
  play: {
    summary: 'play a scenario and show what each party sees, and the true cause',
    load: async () => (await import('./play.js')).play,
  },
  explain: {
    summary: 'tell a scenario in prose: what happened, who saw what, why, and how to fix it',
    load: async () => (await import('./explain.js')).explain,
  },
  list: {
    summary: 'list the scenarios that come with the simulator',
    load: async () => (await import('./list.js')).list,
  },
  lookup: {
    summary: 'find what can be behind a record: an event id, a code, a reason, a piece of a text',
    load: async () => (await import('./lookup.js')).lookup,
  },
  show: {
    summary: 'show a failure mode: its cause, what each party sees of it, how to fix it',
    load: async () => (await import('./show.js')).show,
  },
  new: {
    summary: 'begin a scenario file from a failure mode',
    load: async () => (await import('./new.js')).newCommand,
  },
  validate: {
    summary: 'say what is wrong with scenario files, without looking at what they expect',
    load: async () => (await import('./validate.js')).validate,
  },
  test: {
    summary: "check scenarios' expectations",
    load: async () => (await import('./test.js')).test,
  },
  record: {
    summary: "write what happens into a scenario's expectations",
    load: async () => (await import('./record.js')).record,
  },
  merge: {
    summary: 'make one report of several runs, such as those of shards',
    load: async () => (await import('./merge.js')).merge,
  },
  export: {
    summary: "write one party's records to a file, as its own tools would",
    load: async () => (await import('./export.js')).exporting,
  },
  password: {
    summary: 'explain why the domain would accept or refuse a password',
    load: async () => (await import('./password.js')).password,
  },
  schema: {
    summary: 'print the JSON Schema of scenario files, for editors',
    load: async () => (await import('./schema.js')).schema,
  },
  completion: {
    summary: 'print a script that completes commands and options in a shell',
    load: async () => (await import('./completion.js')).completion,
  },
};
