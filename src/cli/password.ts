import type { WriteKind } from '../domain/password-rules.js';
import { explainPassword, type PasswordExplanation } from '../failure-modes/explain-password.js';
import { findScenarios, readScenario } from '../node/scenario-files.js';
import type { ScenarioFile } from '../scenario/parse-scenario.js';
import { badUsage, EXIT, type Arguments, type Command, type ExitCode, type Output } from './command.js';
import { explanationObject } from './explanation-object.js';
import { prettyExplanation } from './pretty-explanation.js';
import { readCandidate } from './read-candidate.js';
import { SHIPPED_SCENARIOS } from './shipped.js';

const OPERATIONS: Readonly<Record<string, WriteKind>> = {
  writeback: 'reset with policy hints',
  reset: 'plain reset',
  change: 'change',
};

export const password: Command = {
  name: 'password',
  summary: 'explain why the domain would accept or refuse a password',
  takes: '[options], and the password on standard input',
  options: {
    user: { type: 'string', value: 'name', says: 'whose password; not needed where there is one user' },
    scenario: {
      type: 'string',
      value: 'file',
      says: 'the world and the time to ask in; the founding ticket if left out',
    },
    operation: {
      type: 'string',
      value: 'how',
      says: "how it is written: by password writeback, by an administrator's reset, or by a change with the right old password",
      choices: Object.keys(OPERATIONS),
    },
    at: {
      type: 'string',
      value: 'moment',
      says: 'when it is submitted, such as "in 18 hours", instead of when the scenario begins',
    },
    format: { type: 'string', value: 'format', says: 'how to show it', choices: ['pretty', 'json'] },
    candidate: {
      type: 'string',
      value: 'password',
      says: 'the password itself; better not: it stays in the history of the shell, and other users see it',
    },
  },
  examples: [
    ['writeback password --user MyUser', 'asks for the password, and shows nothing of it'],
    ["echo 'W=*B2!qmv_$PkbV4dJr' | writeback password --user MyUser", "the founding ticket's question"],
    ['writeback password --user MyUser --scenario tickets/4711.yaml', 'in the world of a scenario file'],
  ],
  run: (args, output) => {
    if (args.words.length > 0) {
      throw badUsage(
        'password takes no words',
        'the password comes from standard input, so that it stays out of the history of the shell',
      );
    }
    const file = scenarioOf(args);
    const user = userOf(args, file);
    const given = args.text('candidate') ?? readCandidate(`New password for ${user}: `);
    const answer = (candidate: string): ExitCode => {
      const kind = OPERATIONS[args.text('operation') ?? 'writeback'] ?? 'reset with policy hints';
      const at = args.text('at');
      const [{ world, at: start, seed }] = file.cases;
      const question = { user, candidate, kind, start, seed, ...(at === undefined ? {} : { at }) };
      write(explainPassword(world, question), args, output);
      return EXIT.asExpected;
    };
    return typeof given === 'string' ? answer(given) : given.then(answer);
  },
};

function write(explanation: PasswordExplanation, args: Arguments, output: Output): void {
  output.write(
    args.text('format') === 'json'
      ? `${JSON.stringify(explanationObject(explanation), undefined, 2)}\n`
      : prettyExplanation(explanation, output),
  );
}

function scenarioOf(args: Arguments): ScenarioFile {
  const word = args.text('scenario') ?? 'founding-ticket';
  const [path, ...more] = findScenarios([word], SHIPPED_SCENARIOS);
  if (path === undefined || more.length > 0) throw badUsage(`"${word}" is a folder`, 'name one scenario');
  return readScenario(path);
}

function userOf(args: Arguments, { cases: [story] }: ScenarioFile): string {
  const named = args.text('user');
  if (named !== undefined) return named;
  const [only, ...others] = Object.keys(story.world.users);
  if (only !== undefined && others.length === 0) return only;
  throw badUsage(
    'whose password is it?',
    `name one with --user: ${[only, ...others].slice(0, 5).join(', ')}`,
  );
}
