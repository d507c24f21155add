import type { Reporter } from './reporter.js';

/** Annotations for GitHub Actions: each expectation that was not met, at its line. */
export const github: Reporter = ({ tests, passed, failed }) => {
  const lines = tests.flatMap((test) =>
    test.failures.map(({ line, column, where, expected, found }) => {
      const title = test.case === null ? test.name : `${test.name} › ${test.case}`;
      const message = `${where}: expected ${expected}, found ${found}`;
      const cause = test.causes.length === 0 ? '' : `\nthe true cause: ${test.causes.join('\n')}`;
      const place = `file=${property(test.file)},line=${line},col=${column},title=${property(title)}`;
      return `::error ${place}::${data(`${message}${cause}\n${test.command}`)}\n`;
    }),
  );
  return `${lines.join('')}${passed} passed, ${failed} failed\n`;
};

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
