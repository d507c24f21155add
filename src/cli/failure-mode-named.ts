import { FAILURE_MODES } from '../failure-modes/catalogue.js';
import type { FailureMode } from '../failure-modes/failure-mode.js';
import { didYouMean } from '../world/schema-problem.js';
import { badUsage } from './command.js';

/** The failure mode that a word on a command line stands for. @throws SimulatorError `bad-usage` */
export function failureModeNamed(word: string | undefined, command: string): FailureMode {
  if (word === undefined) {
    throw badUsage(`${command} needs a failure mode`, '"writeback list --failures" shows them');
  }
  const mode = FAILURE_MODES.find(({ id }) => id === word.toLowerCase());
  if (mode !== undefined) return mode;
  const ids = FAILURE_MODES.map(({ id }) => id);
  const inside = ids.filter((id) => id.includes(word.toLowerCase()));
  const hint =
    didYouMean(word, ids) ??
    (inside.length > 0
      ? `there are: ${inside.slice(0, 8).join(', ')}`
      : `"writeback lookup ${word}" finds what can cause it`);
  throw badUsage(`there is no failure mode "${word}"`, hint);
}
