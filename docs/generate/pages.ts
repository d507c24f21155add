import { FAILURE_MODES } from '../../src/index.js';
import { supportMatrix } from '../../src/cli/support-matrix.js';
import { failureModePage, FAILURE_MODES_FOLDER, failureModesIndex } from './failure-modes.js';
import { scenarioFormatPage } from './scenario-format.js';
import { SCHEMAS } from './scenario-schema.js';
import { machinePage } from './mermaid.js';

/** Every page that is generated, by its path. A test compares them with what is committed. */
export const PAGES: Readonly<Record<string, () => string>> = {
  'docs/machine.md': machinePage,
  'docs/scenario-format.md': scenarioFormatPage,
  'docs/support-matrix.md': supportMatrix,
  ...SCHEMAS,
  [`${FAILURE_MODES_FOLDER}/README.md`]: failureModesIndex,
  ...Object.fromEntries(
    FAILURE_MODES.map((mode) => [`${FAILURE_MODES_FOLDER}/${mode.id}.md`, () => failureModePage(mode)]),
  ),
};
