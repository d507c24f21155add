import { failureModesPage } from './failure-modes.js';
import { scenarioFormatPage } from './scenario-format.js';
import { machinePage } from './mermaid.js';

/** Every page that is generated, by its path. A test compares them with what is committed. */
export const PAGES: Readonly<Record<string, () => string>> = {
  'docs/machine.md': machinePage,
  'docs/failure-modes.md': failureModesPage,
  'docs/scenario-format.md': scenarioFormatPage,
};
