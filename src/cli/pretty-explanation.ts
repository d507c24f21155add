import type { AnswerName, DirectoryAnswer } from '../domain/directory-answers.js';
import type { RuleVerdict } from '../domain/password-rules.js';
import type { ResultantPolicy } from '../domain/resultant-policy.js';
import type { PasswordExplanation } from '../failure-modes/explain-password.js';
import { sayInstant } from '../kernel/instant.js';
import { NO_PUBLISHED_TEXT } from '../kernel/sourced.js';
import { colours, type Colours } from './colours.js';
import type { Output } from './command.js';
import { hex, originOf, sayLink } from './explanation-object.js';
import { paragraph } from './paragraph.js';

const ASKED: Readonly<Record<PasswordExplanation['kind'], string>> = {
  'reset with policy hints': 'a reset by password writeback, with the policy-hints control',
  'plain reset': 'a plain reset by an administrator',
  change: 'a change, with the right old password',
};

/** What is refused before any rule of the policy is asked. */
const BEFORE_THE_RULES: Readonly<Partial<Record<AnswerName, string>>> = {
  'reset right missing':
    'the connector account may not reset this password: it lacks the right Reset Password',
  'change right denied': 'the option "User cannot change password" denies the right Change Password',
  'change while locked out': 'the account is locked out, and a locked account takes no change',
};

/** The explanation, for a person to read. */
export function prettyExplanation(explanation: PasswordExplanation, { colour, width }: Output): string {
  const c = colours(colour);
  const { user, kind, at, accepted, policy, rules, situation, answer, advice } = explanation;
  const verdict = accepted ? c.green(c.bold('accepted')) : c.red(c.bold('refused'));
  const inCloud =
    explanation.cloudRefusal === undefined
      ? ''
      : `${c.red(c.bold('refused in the cloud'))}; by the domain it would be `;
  const before = BEFORE_THE_RULES[situation];
  const deciding = before === undefined ? rules.find(({ verdict: one }) => one === 'fails') : undefined;
  const blocks = [
    [
      `${c.bold(user)}'s new password is ${inCloud}${verdict}${deciding === undefined ? '' : `: ${deciding.title}`}`,
      c.dim(`  asked as ${ASKED[kind]}, at ${sayInstant(at)} UTC`),
      ...(before === undefined ? [] : [paragraph(`Before any rule: ${before}.`, 2, width, 2)]),
    ].join('\n'),
    ...cloudLines(explanation, width, c),
    policyLines(policy, width, c),
    [c.bold('Every rule'), ...rules.map((rule) => ruleLines(rule, policy.policy.origin, width, c))].join(
      '\n',
    ),
    [c.bold('When it is accepted'), paragraph(when(explanation), 2, width, 2)].join('\n'),
    answerLines(answer, accepted, width, c),
  ];
  if (explanation.missingRights.length > 0) blocks.push(rightsLines(explanation, width, c));
  if (advice.length > 0) {
    blocks.push(
      [
        c.bold('What to do'),
        ...advice.flatMap(({ title, fix, warning }) => [
          `  ${c.yellow(title)}`,
          ...fix.map((step) => paragraph(`• ${step}`, 4, width, 2)),
          ...(warning === undefined ? [] : [paragraph(`${c.red('Mind:')} ${warning}`, 4, width, 2)]),
        ]),
      ].join('\n'),
    );
  }
  return `${blocks.join('\n\n')}\n`;
}

/** What comes before everything else: the domain is not even asked. */
function cloudLines({ cloudRefusal }: PasswordExplanation, width: number, c: Colours): readonly string[] {
  if (cloudRefusal === undefined) return [];
  const { title, figures, fix } = cloudRefusal;
  return [
    [
      c.bold('The cloud refuses it before the domain is asked'),
      paragraph(`${c.red('✗')} ${title}`, 2, width, 2),
      ...figures.map((figure) => paragraph(figure, 4, width, 2)),
      ...fix.map((step) => paragraph(`• ${step}`, 4, width, 2)),
    ].join('\n'),
  ];
}

/** What the connector account may not do to this account, whatever the password. */
function rightsLines({ missingRights }: PasswordExplanation, width: number, c: Colours): string {
  return [
    c.bold('What the connector account may not do'),
    ...missingRights.flatMap(({ figures: [first = '', ...others], fix, warning }) => [
      paragraph(`${c.red('✗')} ${first}`, 2, width, 2),
      ...others.map((figure) => paragraph(figure, 4, width, 2)),
      ...fix.map((step) => paragraph(`• ${step}`, 4, width, 2)),
      ...(warning === undefined ? [] : [paragraph(`${c.red('Mind:')} ${warning}`, 4, width, 2)]),
    ]),
  ].join('\n');
}

function policyLines({ policy, winner, beaten }: ResultantPolicy, width: number, c: Colours): string {
  const why =
    winner === undefined
      ? 'no fine-grained policy applies to the user'
      : `${sayLink(winner.link)}, precedence ${winner.policy.precedence}; it replaces the domain's policy whole`;
  return [
    c.bold('Whose policy'),
    paragraph(`${policy.origin}: ${why}`, 2, width, 2),
    ...beaten.map(({ policy: lost, link, because }) =>
      c.dim(
        paragraph(
          `beaten: ${lost.origin}, ${sayLink(link)}, precedence ${lost.precedence} (${because})`,
          2,
          width,
          2,
        ),
      ),
    ),
  ].join('\n');
}

const MARKS: Readonly<Record<RuleVerdict['verdict'], string>> = {
  passes: '✓',
  fails: '✗',
  'does not apply': '–',
};

function ruleLines(
  { title, setBy, verdict, exemption, figures }: RuleVerdict,
  policy: string,
  width: number,
  c: Colours,
): string {
  const mark = MARKS[verdict];
  if (exemption !== undefined) return c.dim(paragraph(`${mark} ${title}: ${exemption}`, 2, width, 2));
  const paint = verdict === 'fails' ? c.red : c.green;
  const whose = setBy === 'filter' ? '' : ` ${c.dim(`(${originOf(setBy, policy)})`)}`;
  return paragraph(`${paint(mark)} ${title}: ${figures}${whose}`, 2, width, 2);
}

function when({ accepted, acceptedFrom, rules }: PasswordExplanation): string {
  if (accepted) return 'Now.';
  if (acceptedFrom !== undefined)
    return `From ${sayInstant(acceptedFrom)} UTC on, this very password, if nothing else changes.`;
  const age = rules.find(({ rule }) => rule === 'minimum-password-age')?.refusal;
  return age?.rule === 'minimum-password-age'
    ? `This one never: waiting alone does not help. Another password that meets all other rules: from ${sayInstant(age.acceptedFrom)} UTC on.`
    : 'Waiting does not help.';
}

function answerLines(
  { ldap, win32, ntStatus, diagnostic }: DirectoryAnswer,
  accepted: boolean,
  width: number,
  c: Colours,
): string {
  const lines = [
    c.bold('What a domain controller tells the caller'),
    `  LDAP      ${ldap.code} ${ldap.name}`,
  ];
  if (win32 !== undefined) lines.push(`  Win32     ${hex(win32.code)} ${win32.name}`);
  if (ntStatus !== undefined)
    lines.push(`  NTSTATUS  ${hex(ntStatus.code)} ${ntStatus.name} ${c.dim('(over SAMR)')}`);
  if (accepted) return lines.join('\n');
  const text = diagnostic.text ?? NO_PUBLISHED_TEXT;
  lines.push(...text.split('\n').map((line) => `  ${line.replace('\t', '    ')}`));
  if (win32?.code === 0x52d)
    lines.push(c.dim(paragraph('The same for every rule: it never says which one refused.', 2, width)));
  return lines.join('\n');
}
