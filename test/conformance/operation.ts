import * as z from 'zod/mini';
import { SimulatorError } from '../../src/kernel/error.js';

const settings = {
  complexity: z.boolean(),
  storePlaintext: z.boolean(),
  historyLength: z.int().check(z.minimum(0)),
  minLength: z.int().check(z.minimum(0)),
  minAgeSeconds: z.number(),
  /** 0 is never. */
  maxAgeSeconds: z.number(),
  lockoutThreshold: z.int(),
  lockoutDurationSeconds: z.number(),
  lockoutWindowSeconds: z.number(),
};

const attributes = z.strictObject({
  lockoutTime: z.optional(z.string()),
  pwdLastSet: z.optional(z.string()),
});

const operation = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('reset'), also: z.optional(attributes) }),
  z.strictObject({
    kind: z.literal('resetWithHints'),
    hints: z.strictObject({
      oid: z.string(),
      flags: z.union([z.int(), z.enum(['absent', 'empty-sequence', 'garbage', 'ber-long-form'])]),
      critical: z.boolean(),
    }),
    also: z.optional(attributes),
  }),
  z.strictObject({
    kind: z.literal('change'),
    oldPassword: z.string(),
    as: z.enum(['self', 'connector']),
    also: z.optional(attributes),
  }),
  z.strictObject({ kind: z.literal('write'), write: attributes }),
]);

const bind = z.object({ result: z.int(), diagnostic: z.string() });

/** One recorded operation: the situation, the request, and what the real directory answered. README.md has the words. */
const recordedOperation = z.object({
  id: z.string(),
  class: z.string(),
  domainPolicy: z.object(settings),
  psos: z.array(
    z.object({
      ...settings,
      name: z.string(),
      precedence: z.int(),
      appliesTo: z.enum(['user', 'group', 'other']),
    }),
  ),
  user: z.object({
    sAMAccountName: z.string(),
    displayName: z.nullable(z.string()),
    container: z.enum(['SyncedUsers', 'NoRights']),
    flags: z.array(z.enum(['disabled', 'dontExpirePassword', 'passwordNotRequired', 'smartcardRequired'])),
    lockedOut: z.boolean(),
    cannotChangePassword: z.boolean(),
    accountExpired: z.optional(z.boolean()),
    pwdLastSet: z.union([z.literal('zero'), z.object({ ageSeconds: z.number() })]),
    history: z.array(z.string()).check(z.minLength(1)),
    seedHistoryLength: z.int(),
  }),
  operation,
  newPassword: z.optional(z.string()),
  newPasswordHex: z.optional(z.string().check(z.regex(/^([0-9a-f]{2})*$/i))),
  outcome: z.object({
    result: z.int(),
    win32: z.nullable(z.string()),
    reason: z.string(),
    performedAs: z.enum(['self', 'connector']),
    after: z.object({
      pwdLastSet: z.enum(['now', 'unchanged', 'zero']),
      badPwdCount: z.tuple([z.int(), z.int()]),
      lockoutTime: z.enum(['zero', 'set']),
    }),
    bindWithNew: z.optional(bind),
  }),
});

export type RecordedOperation = z.output<typeof recordedOperation>;

/**
 * Reads a file of recorded operations, one JSON object a line.
 *
 * @throws SimulatorError `bad-vector`, with the line, if one is none
 */
export function parseOperations(text: string, file: string): readonly RecordedOperation[] {
  const operations: RecordedOperation[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const bad = (message: string): SimulatorError =>
      new SimulatorError({ code: 'bad-vector', message: `line ${index + 1}: ${message}`, file });
    let value: unknown;
    try {
      value = JSON.parse(line);
    } catch {
      throw bad('this is no JSON');
    }
    const parsed = recordedOperation.safeParse(value);
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      throw bad(`${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'not a recorded operation'}`);
    }
    operations.push(parsed.data);
  }
  if (operations.length === 0) {
    throw new SimulatorError({ code: 'bad-vector', message: 'the file holds no operation', file });
  }
  return operations;
}
