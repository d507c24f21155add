import { describe, expect, it } from 'vitest';
import { translated } from '../../../src/connector/received-answer.js';
import {
  DIRECTORY_ANSWERS,
  type AnswerName,
  type DirectoryAnswer,
} from '../../../src/domain/directory-answers.js';
import { playArrangement } from '../../../src/failure-modes/play-arrangement.js';
import { FAILURE_MODES } from '../../../src/index.js';

function receivedOf(name: AnswerName): Parameters<typeof translated>[0] {
  const { ldap, win32, diagnostic }: DirectoryAnswer = DIRECTORY_ANSWERS[name];
  return { ldap: ldap.code, win32: win32?.code, diagnostic: diagnostic.text };
}

it.each<readonly [AnswerName, string | undefined, string | undefined]>([
  ['reset refused by policy', 'ADPasswordPolicyError', '80230619'],
  ['change refused by policy', 'ADPasswordPolicyError', '80230619'],
  ['reset right missing', 'ADPermissionsError', '80230626'],
  ['change right denied', 'ADPermissionsError', '80230626'],
  ['referred elsewhere', 'ADUnKnownError', '80230818'],
  ['success', undefined, undefined],
])('%s is translated to %s, %s', (name, failure, error) => {
  const found = translated(receivedOf(name));
  expect([found?.failure, found?.error]).toEqual([failure, error]);
});

describe('the connector receives what the domain controller answers', () => {
  const told = FAILURE_MODES.flatMap((mode) => {
    const { simulation } = playArrangement(mode.arrange());
    const failed = simulation.facts.findLast(({ body }) => body.kind === 'writeback-failed')?.body;
    return failed?.kind === 'writeback-failed' ? [{ id: mode.id, ...failed }] : [];
  });

  it.each(told.filter(({ received }) => received !== undefined))(
    '$id: $failure',
    ({ received, failure, error }) => {
      expect(received && translated(received)).toMatchObject({ failure, error });
    },
  );

  it.each([
    ['password-history', { ldap: 53, win32: 0x52d }],
    ['inheritance-disabled', { ldap: 50, win32: 5 }],
    ['only-read-only-controllers', { ldap: 10, win32: 0x202b, diagnostic: undefined }],
  ])('for %s: %j', (id, answer) => {
    expect(told.find((one) => one.id === id)?.received).toMatchObject(answer);
  });

  it('nothing where none was asked', () => {
    expect(told.find(({ id }) => id === 'account-disabled-on-premises')).toMatchObject({
      received: undefined,
    });
  });
});
