import { failureTexts } from '../../scenario/failure-text.js';
import type { TestReport } from '../../scenario/test-report.js';
import type { Reporter } from './reporter.js';

/** JUnit's XML, as CI servers read it: a suite for each file. */
export const junit: Reporter = ({ tests, failed }) => {
  const suites = new Map<string, TestReport[]>();
  for (const test of tests) suites.set(test.file, [...(suites.get(test.file) ?? []), test]);
  const body = [...suites].map(([file, own]) => {
    const wrong = own.filter(({ passed }) => !passed).length;
    const cases = own.map(testCase).join('\n');
    return `  <testsuite name="${xml(file)}" tests="${own.length}" failures="${wrong}" errors="0">\n${cases}\n  </testsuite>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="writeback" tests="${tests.length}" failures="${failed}" errors="0">
${body.join('\n')}
</testsuites>
`;
};

function testCase(test: TestReport): string {
  const name = test.case === null ? test.name : `${test.name} › ${test.case}`;
  const open = `    <testcase classname="${xml(test.file)}" name="${xml(name)}" file="${xml(test.file)}"`;
  if (test.passed) return `${open}/>`;
  const [first] = test.failures;
  const message = `${first?.where}: expected ${first?.expected}, found ${first?.found}`;
  return `${open}>
      <failure message="${xml(message)}" type="expectation">${xml(failureTexts(test))}</failure>
    </testcase>`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
  '\n': '&#10;',
};

/** XML 1.0 has no way to write most control characters, nor halves of surrogate pairs. */
function xml(text: string): string {
  return (
    text
      .replaceAll(/\p{Cs}/gu, '\ufffd')
      // oxlint-disable-next-line no-control-regex -- those are the ones that must go
      .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd')
      .replaceAll(/[&<>"'\n]/g, (character) => ENTITIES[character] ?? character)
  );
}
