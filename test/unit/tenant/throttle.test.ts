import { describe, expect, it } from 'vitest';
import { DAY, HOUR, MINUTE } from '../../../src/kernel/duration.js';
import {
  afterArrival,
  afterEmailSent,
  afterFailedProof,
  afterReset,
  blockAt,
  UNTHROTTLED,
  type Throttle,
  type ThrottlePolicy,
} from '../../../src/tenant/throttle.js';

const five = { limit: 5, window: HOUR };
const policy: ThrottlePolicy = {
  blocks: DAY,
  limits: {
    phoneNumber: five,
    sms: five,
    voiceCall: five,
    app: five,
    questions: five,
    emailSend: { limit: 10, window: 10 * MINUTE },
    failedProof: { limit: 5, window: DAY },
    reset: five,
  },
};
/** With nothing but the limits of single methods. */
const methodsOnly: ThrottlePolicy = {
  ...policy,
  limits: { ...policy.limits, failedProof: { limit: 1000, window: DAY } },
};

function failing(instants: readonly number[], by: ThrottlePolicy): Throttle {
  const failed = { method: 'mobile SMS', numberMismatch: false } as const;
  return instants.reduce((throttle, at) => afterFailedProof(throttle, failed, at, by), UNTHROTTLED);
}

describe('the throttle', () => {
  it('blocks with the fifth failure within the window, until a day after it', () => {
    const instants = [0, 10, 20, 30, 40].map((minutes) => minutes * MINUTE);
    expect(failing(instants.slice(0, 4), policy).block).toBeUndefined();
    const { block } = failing(instants, policy);
    expect(block).toEqual({ by: 'sms', method: 'mobile SMS', until: 40 * MINUTE + DAY });
    expect(blockAt({ counted: {}, block }, 40 * MINUTE + DAY - 1)).toBe(block);
    expect(blockAt({ counted: {}, block }, 40 * MINUTE + DAY)).toBeUndefined();
  });

  it('rolls its window along: the failure that is exactly an hour old counts no more', () => {
    const instants = [0, 15, 30, 45].map((minutes) => minutes * MINUTE);
    expect(failing([...instants, HOUR - 1], methodsOnly).block?.by).toBe('sms');
    expect(failing([...instants, HOUR], methodsOnly).block).toBeUndefined();
    expect(failing([...instants, HOUR, HOUR + 1], methodsOnly).block?.by).toBe('sms');
  });

  it('counts failures by any method over a day', () => {
    const instants = [0, 5, 10, 15, 20].map((hours) => hours * HOUR);
    expect(failing(instants, policy).block?.by).toBe('failedProof');
    expect(failing([...instants.slice(0, 4), DAY], policy).block).toBeUndefined();
  });

  it('sends ten mails in ten minutes, and blocks instead of the eleventh', () => {
    let throttle = UNTHROTTLED;
    for (let mail = 0; mail < 10; mail++) throttle = afterEmailSent(throttle, mail, policy);
    expect(throttle.block).toBeUndefined();
    expect(afterEmailSent(throttle, 10 * MINUTE - 1, policy).block?.by).toBe('emailSend');
    expect(afterEmailSent(throttle, 10 * MINUTE, policy).block).toBeUndefined();
  });

  it('forgets failures with a finished reset, and blocks after five of those', () => {
    const failed = failing([0, 1, 2, 3], policy);
    const done = afterReset(failed, 4, policy);
    expect(done.counted).toEqual({ reset: [4] });
    let throttle: Throttle = UNTHROTTLED;
    for (let reset = 0; reset < 5; reset++) {
      expect(afterArrival(throttle, reset, policy).block).toBeUndefined();
      throttle = afterReset(throttle, reset, policy);
    }
    expect(afterArrival(throttle, 5, policy).block?.by).toBe('reset');
    expect(afterArrival(throttle, HOUR + 4, policy).block).toBeUndefined();
  });
});
