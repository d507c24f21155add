import type { Answer } from './answer.js';
import type { RecordedOperation } from './operation.js';

/**
 * Where the recorded directory is known not to be Windows, by the numbers of README.md. Each can be undone: the
 * situation is changed so that both directories mean the same. Each also says what our own answer has to be, worked
 * out here in the simplest way and not by the model under test.
 */
export interface Difference {
  readonly number: number;
  readonly says: string;
  concerns(operation: RecordedOperation): boolean;
  undo(operation: RecordedOperation): RecordedOperation;
  documented(operation: RecordedOperation, ours: Answer): boolean;
}

export const DIFFERENCES: readonly Difference[] = [
  {
    number: 1,
    says: 'names in the password are not looked for',
    concerns: (operation) => holdsName(operation),
    undo: (operation) => ({
      ...operation,
      user: { ...operation.user, sAMAccountName: '-', displayName: null },
    }),
    documented: (operation, { reason }) => reason === 'password-contains-name' && holdsName(operation),
  },
  {
    number: 2,
    says: 'the categories of characters beyond ASCII are its own',
    concerns: ({ newPassword = '' }) => disputed(newPassword).length > 0,
    undo: (operation) => ({ ...operation, newPassword: standIn(operation.newPassword ?? '') }),
    documented: ({ newPassword = '' }, { reason }) =>
      (reason === 'notComplex') === categoryCount(newPassword) < 3,
  },
  {
    number: 4,
    says: 'it compares with every stored password, and with old Kerberos keys',
    concerns: ({ operation }) => operation.kind === 'change' || operation.kind === 'resetWithHints',
    undo: rememberMore,
    documented: (operation, { reason }) => reason === 'ok' && !isRemembered(operation),
  },
  {
    number: 5,
    says: 'pwdLastSet 0 in the same modify as a reset with hints counts as too young',
    concerns: ({ operation }) => operation.kind === 'resetWithHints' && operation.also?.pwdLastSet === '0',
    undo: (operation) => ({ ...operation, user: { ...operation.user, pwdLastSet: { ageSeconds: 0 } } }),
    documented: (_, { reason, pwdLastSet }) =>
      reason !== 'tooYoung' && (reason !== 'ok' || pwdLastSet !== 'now'),
  },
  {
    number: 6,
    says: 'PASSWD_NOTREQD lifts nothing',
    concerns: ({ user }) => user.flags.includes('passwordNotRequired'),
    undo: (operation) => ({
      ...operation,
      user: {
        ...operation.user,
        flags: operation.user.flags.filter((flag) => flag !== 'passwordNotRequired'),
      },
    }),
    documented: (_, { reason }) => reason === 'ok',
  },
  {
    number: 8,
    says: 'passwords of more than 256 characters are accepted',
    concerns: ({ newPassword = '' }) => newPassword.length > 256,
    undo: (operation) => ({ ...operation, newPassword: operation.newPassword?.slice(0, 256) }),
    documented: ({ newPassword = '' }, { reason }) =>
      newPassword.length > 256 && reason === 'maximum-password-length',
  },
];

function holdsName({ user, newPassword = '' }: RecordedOperation): boolean {
  const lower = newPassword.toLowerCase();
  const names = [user.sAMAccountName, ...(user.displayName ?? '').split(/[,.\-_ #\t]/)];
  return names.some((name) => name.length >= 3 && lower.includes(name.toLowerCase()));
}

/** With the engine's own Unicode tables, which the model must not use. */
function categoryCount(password: string): number {
  const classes = [
    /\p{Lu}/u,
    /\p{Ll}/u,
    /[0-9]/,
    /[(`~!@#$%^&*_\-+=|\\{}[\]:;"'<>,.?)/]/,
    /\p{Lt}|\p{Lm}|\p{Lo}/u,
  ];
  return classes.filter((pattern) => pattern.test(password)).length;
}

/** Characters beyond ASCII, which it sorts by a table of its own. */
function disputed(password: string): readonly string[] {
  return Array.from(password).filter(isBeyondAscii);
}

function isBeyondAscii(character: string): boolean {
  return (character.codePointAt(0) ?? 0) > 127;
}

/** Georgian and Cherokee had no case when its table was made; nor has anything beyond the first plane, or U+1E9E. */
const WITHOUT_CASE_THERE = /[\u10a0-\u10ff\u1c90-\u1cbf\u13a0-\u13ff\uab70-\uabbf\u1e9e]/;

/**
 * An undisputed character of the category in which that table has it, as the recordings show: upper or lower case if
 * the character has exactly one counterpart, which is a single character and not an ASCII one; otherwise "other".
 * Roman numerals and circled letters have case by this rule, title case letters, sharp s and dotless i have none.
 */
function standInFor(character: string): string {
  if (character.length === 2) return '\u{20000}';
  if (WITHOUT_CASE_THERE.test(character)) return '\u5b57';
  const lower = counterpart(character, character.toLowerCase());
  const upper = counterpart(character, character.toUpperCase());
  if (lower === upper) return '\u5b57';
  return lower ? '\u00c4' : '\u00e4';
}

function counterpart(character: string, mapped: string): boolean {
  return mapped !== character && mapped.length === 1 && isBeyondAscii(mapped);
}

function standIn(password: string): string {
  return Array.from(password, (one) => (isBeyondAscii(one) ? standInFor(one) : one)).join('');
}

/** How many passwords the Kerberos keys of an account still know: the current, the old and the older one. */
const KERBEROS_KEYS = 3;

function rememberMore(operation: RecordedOperation): RecordedOperation {
  const { user, domainPolicy, psos, outcome } = operation;
  const stored = Math.max(user.seedHistoryLength, KERBEROS_KEYS);
  const historyLength = Math.max(stored, domainPolicy.historyLength);
  const resetRefusedAsChange =
    operation.operation.kind !== 'change' && outcome.reason === 'inHistory' && outcome.result === 19;
  return {
    ...operation,
    domainPolicy: { ...domainPolicy, historyLength },
    psos: psos.map((pso) => Object.assign({}, pso, { historyLength: Math.max(stored, pso.historyLength) })),
    user: { ...user, seedHistoryLength: stored },
    outcome: resetRefusedAsChange ? { ...outcome, result: 53 } : outcome,
  };
}

/** Whether a Windows domain controller has it among the newest N that it stored. */
function isRemembered({ user, domainPolicy, psos, newPassword }: RecordedOperation): boolean {
  const applying = psos.filter(({ appliesTo }) => appliesTo === 'user');
  const groups = psos.filter(({ appliesTo }) => appliesTo === 'group');
  const [winner] = (applying.length > 0 ? applying : groups).toSorted((a, b) => a.precedence - b.precedence);
  const remembered = (winner ?? domainPolicy).historyLength;
  const kept = user.history.toReversed().slice(0, Math.max(user.seedHistoryLength, 1));
  return kept.slice(0, remembered).includes(newPassword ?? '');
}
