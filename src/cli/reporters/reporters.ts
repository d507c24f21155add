import { github } from './github.js';
import { junit } from './junit.js';
import { json, ndjson } from './machine.js';
import { pretty } from './pretty.js';
import type { Reporter } from './reporter.js';
import { tap } from './tap.js';

/** The ways to write a run, by the name that --reporter takes. */
export const REPORTERS: Readonly<Record<string, Reporter>> = { pretty, json, ndjson, junit, tap, github };
