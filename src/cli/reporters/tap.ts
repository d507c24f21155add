import { failureTexts } from '../../scenario/failure-text.js';
import { titleOf, type Reporter } from './reporter.js';

/** The Test Anything Protocol, version 14. */
export const tap: Reporter = ({ tests }) => {
  const lines = tests.map((test, index) => {
    const line = `${test.passed ? 'ok' : 'not ok'} ${index + 1} - ${escaped(titleOf(test))}\n`;
    if (test.passed) return line;
    const more = failureTexts(test)
      .split('\n')
      .map((one) => `    ${one}`.trimEnd());
    return `${line}  ---\n  message: |\n${more.join('\n')}\n  ...\n`;
  });
  return `TAP version 14\n1..${tests.length}\n${lines.join('')}`;
};

/** A number sign would begin a directive. */
function escaped(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('#', '\\#').replaceAll(/\s+/g, ' ');
}
