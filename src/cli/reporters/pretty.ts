import { failureTexts } from '../../scenario/failure-text.js';
import { titleOf, type Reporter } from './reporter.js';

/** A line for each story, and more for those that failed. */
export const pretty: Reporter = ({ tests, passed, failed }, c) => {
  const lines = tests.map((test) => {
    const { checks, failures } = test;
    const mark = test.passed ? c.green('✓') : c.red('✗');
    const count =
      checks === 0
        ? c.yellow('expects nothing')
        : c.dim(test.passed ? `${checks} checks` : `${failures.length} of ${checks} checks failed`);
    const line = `${mark} ${titleOf(test)}  ${count}\n`;
    return test.passed ? line : `${line}${failureTexts(test, c)}\n\n`;
  });
  return `${lines.join('')}\n${passed} passed, ${failed} failed\n`;
};
