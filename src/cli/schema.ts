import { readFileSync } from 'node:fs';
import { EXIT, type Command } from './command.js';
import { SCHEMA_FILE, WORLD_SCHEMA_FILE } from './shipped.js';

export const schema: Command = {
  name: 'schema',
  summary: 'print the JSON Schema of scenario files, for editors',
  takes: '[options]',
  options: {
    world: { type: 'boolean', says: 'that of shared worlds, *.world.yaml' },
    path: { type: 'boolean', says: 'only say where it is' },
  },
  examples: [
    ['writeback schema --path', 'for the first line of a file: # yaml-language-server: $schema=<path>'],
    ['writeback schema > scenario.schema.json', 'a copy'],
  ],
  run: (args, output) => {
    const file = args.flag('world') ? WORLD_SCHEMA_FILE : SCHEMA_FILE;
    output.write(args.flag('path') ? `${file}\n` : readFileSync(file, 'utf8'));
    return EXIT.asExpected;
  },
};
