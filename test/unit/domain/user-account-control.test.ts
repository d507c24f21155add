import { expect, it } from 'vitest';
import {
  computedAccountControl,
  samAccountControl,
  userAccountControl,
} from '../../../src/domain/user-account-control.js';
import { DAY } from '../../../src/kernel/duration.js';
import { accountWith, AT, policyWith } from './some-write.js';

const { options } = accountWith();

it('codes options as records print them, and as LDAP shows them', () => {
  expect([samAccountControl(options), userAccountControl(options)]).toEqual([0x10, 512]);
  const never = { ...options, passwordNeverExpires: true };
  expect([samAccountControl(never), userAccountControl(never)]).toEqual([0x210, 66048]);
  const disabled = { ...options, accountDisabled: true };
  expect([samAccountControl(disabled), userAccountControl(disabled)]).toEqual([0x11, 514]);
});

it('computes lock and expiry from the moment', () => {
  const policy = policyWith();
  expect(computedAccountControl(accountWith({ lockoutTime: AT }), policy, AT)).toBe(0x10);
  expect(computedAccountControl(accountWith({ passwordLastSet: AT - 43 * DAY }), policy, AT)).toBe(0x80_0000);
  expect(computedAccountControl(accountWith({ passwordLastSet: undefined }), policy, AT)).toBe(0x80_0000);
  const smart = accountWith({ passwordLastSet: undefined, options: { ...options, smartcardRequired: true } });
  expect(computedAccountControl(smart, policy, AT)).toBe(0);
});
