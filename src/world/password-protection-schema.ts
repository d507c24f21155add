import * as z from 'zod/mini';
import { CUSTOM_LIST_LIMITS } from '../tenant/banned-lists.js';
import { described, flag } from './described.js';

const { terms, shortest, longest } = CUSTOM_LIST_LIMITS;

/** Words for the custom list. */
export const bannedTerms = z
  .array(
    z
      .string()
      .check(
        z.minLength(shortest, `a banned term has at least ${shortest} characters`),
        z.maxLength(longest, `a banned term has at most ${longest} characters`),
      ),
  )
  .check(z.maxLength(terms, `the custom list has at most ${terms} terms`));

/** Entra ID > Protection > Authentication methods > Password protection. */
export const passwordProtection = z.strictObject({
  customBannedPasswords: described(
    'Custom banned password list: up to 1000 terms of 4 to 16 characters.',
    z._default(bannedTerms, []),
  ),
  enforceCustomList: flag(
    '"Enforce custom list". The list needs Entra ID P1 or P2; off, only Microsoft\'s list is asked.',
    true,
  ),
  onPremises: described(
    'Password protection for Windows Server Active Directory: enforce, audit, or off. It reaches domain controllers that run the DC agent.',
    z._default(z.enum(['enforce', 'audit', 'off']), 'audit'),
  ),
});

/** What filters the domain controller runs beside Windows' own rules. */
export const passwordFilters = {
  passwordProtectionAgent: described(
    "The DC agent of Microsoft Entra Password Protection on the domain controllers: absent, installed, or installed without having received the tenant's policy so far.",
    z._default(z.enum(['absent', 'installed', 'without a policy']), 'absent'),
  ),
  thirdPartyFilter: described(
    'A password filter of another vendor, for which a list of refused words stands in. The library takes a function instead.',
    z.optional(
      z.strictObject({
        name: described('What the product is called.', z._default(z.string(), 'Third-party password filter')),
        refuses: described(
          'Words that must not occur in a password, whatever their case.',
          z.array(z.string().check(z.minLength(1, 'an empty word occurs everywhere'))),
        ),
        judgesResets: flag('Whether it judges resets, which a writeback is to it, or only changes.', true),
      }),
    ),
  ),
};
