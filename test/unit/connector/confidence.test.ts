import { describe, expect, it } from 'vitest';
import { engineFailedEvent, failedEvent } from '../../../src/connector/application-events.js';

describe('the confidence of a failure in the Application log', () => {
  it.each([
    ['80230626', 'sample'],
    ['80230619', 'doc'],
    ['8023061F', 'doc'],
    ['80231367', 'inferred'],
    [undefined, 'inferred'],
  ] as const)('6329 of %s: %s', (error, confidence) => {
    expect(engineFailedEvent(error).message.confidence).toBe(confidence);
  });

  it.each([
    ['ADPermissionsError', 'sample'],
    ['ADUnKnownError', 'sample'],
    ['ADPasswordPolicyError', 'inferred'],
    ['ADUserNotFoundError', 'inferred'],
  ] as const)('%s of a change: %s', (failure, confidence) => {
    expect(failedEvent(failure, 'change').message.confidence).toBe(confidence);
  });
});
