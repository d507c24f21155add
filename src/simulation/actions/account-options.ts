import type { AccountOptions } from '../../domain/account.js';
import { userCannotChange, withUserCannotChange } from '../../domain/change-password-entries.js';
import { resultantPolicy } from '../../domain/resultant-policy.js';
import { samAccountControl } from '../../domain/user-account-control.js';
import { pushHistory, unknowableHash } from '../../domain/write-password.js';
import { parseMoment } from '../../kernel/instant.js';
import { changed, clockOf, controlReplaced, write, type AccountPlace, type Facts } from './account-place.js';

/** Account options by their keys in a world, as Active Directory Users and Computers words them. */
export const ACCOUNT_OPTIONS = {
  userCannotChangePassword: 'User cannot change password',
  passwordNeverExpires: 'Password never expires',
  smartcardRequired: 'Smart card is required for interactive logon',
  mustChangePassword: 'User must change password at next logon',
} as const;

export type AccountOption = keyof typeof ACCOUNT_OPTIONS;

/** Ticks a box of the tab Account, or clears it; one that is so already is left alone. */
export function setOption(place: AccountPlace, option: AccountOption, ticked: boolean): Facts {
  const { descriptor, options, passwordLastSet } = place.account;
  switch (option) {
    case 'userCannotChangePassword': {
      if (userCannotChange(descriptor.entries) === ticked) return [];
      const entries = withUserCannotChange(descriptor.entries, ticked);
      write(place, { descriptor: { ...descriptor, entries } });
      // A change of the access control list alone is told without any attribute, as a real record of it shows.
      return [changed(place, {})];
    }
    case 'passwordNeverExpires':
      if (options.passwordNeverExpires === ticked) return [];
      return changeOptions(place, { passwordNeverExpires: ticked });
    case 'smartcardRequired':
      if (options.smartcardRequired === ticked) return [];
      return ticked ? requireSmartCard(place) : changeOptions(place, { smartcardRequired: false });
    case 'mustChangePassword': {
      // Without effect while the password never expires (Microsoft: pwdLastSet attribute).
      if ((passwordLastSet === undefined) === ticked || options.passwordNeverExpires) return [];
      const clock = clockOf(place);
      write(place, {
        passwordLastSet: ticked ? undefined : clock,
        expiredFor: undefined,
        changedByOwner: false,
      });
      return [changed(place, { passwordLastSet: ticked ? 'never' : clock })];
    }
  }
}

function changeOptions(place: AccountPlace, change: Partial<AccountOptions>): Facts {
  const before = place.account.options;
  const options = { ...before, ...change };
  write(place, { options });
  const accountControl = { before: samAccountControl(before), after: samAccountControl(options) };
  return [...controlReplaced(place, options), changed(place, { accountControl })];
}

/**
 * Setting the option replaces the password by 16 random bytes that nobody knows ([MS-SAMR] 3.1.1.8.10); clearing it
 * brings nothing back. Like any new hash it goes up to Entra ID. pwdLastSet stays, as the specification does not name it.
 */
function requireSmartCard(place: AccountPlace): Facts {
  const { state, controller, account, now } = place;
  const { historyLength } = resultantPolicy(
    controller.replica,
    account.samAccountName,
    state.switches,
  ).policy;
  const hash = unknowableHash(account, now);
  const facts = changeOptions(place, { smartcardRequired: true });
  write(place, { passwordHistory: pushHistory(account.passwordHistory, hash, historyLength) });
  return facts;
}

/** Account expires: never, or a moment; a relative one counts from now. */
export function setExpiry(place: AccountPlace, expires: string): Facts {
  const accountExpires = expires === 'never' ? undefined : parseMoment(expires, place.now);
  if (accountExpires === place.account.accountExpires) return [];
  write(place, { accountExpires });
  return [changed(place, { accountExpires: accountExpires ?? 'never' })];
}
