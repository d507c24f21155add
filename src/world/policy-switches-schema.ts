import * as z from 'zod/mini';
import { DEFAULT_POLICY_SWITCHES as otherwise } from '../domain/policy-switches.js';
import { described, flag } from './described.js';

/** The switches of the password policy, as they stand among the world's switches. */
export const policySwitches = {
  cannotChangeBlocksReset: flag(
    'Whether "User cannot change password" refuses a reset, as the founding article has it. False: a reset looks only for the right Reset Password ([MS-ADTS] 3.1.1.3.1.5).',
    otherwise.cannotChangeBlocksReset,
  ),
  policyHintsEnforce: described(
    "What the policy-hints control adds to a reset: Microsoft's pages on writeback name history and minimum age, [MS-ADTS] 3.1.1.3.4.1.27 history alone.",
    z._default(z.enum(['history and minimum age', 'history']), otherwise.policyHintsEnforce),
  ),
  nameRules: described(
    "Whether the account's names are looked for only where complexity is on, as Microsoft's documentation has it, or always ([MS-SAMR] 3.1.1.7.2).",
    z._default(z.enum(['with complexity', 'always']), otherwise.nameRules),
  ),
  characterCategories: described(
    'Whose character categories: the documentation\'s, in which letters of every script count once, or those of [MS-SAMR] 3.1.1.7.2, in which only A-Z and a-z are upper and lower case and every letter counts as "other letter" too.',
    z._default(z.enum(['documentation', 'specification']), otherwise.characterCategories),
  ),
  exactMinimumAge: described(
    'Whether a password of exactly the minimum age may be replaced: accepted ([MS-SAMR] 3.1.5.13.7.2, Samba) or refused (3.1.1.7.1).',
    z._default(z.enum(['accepted', 'refused']), otherwise.exactMinimumAge),
  ),
  minimumAgeOnPlainReset: flag(
    "Whether an administrator's plain reset waits for the minimum age too, as [MS-SAMR] 3.1.1.7.1 reads literally and nobody has seen.",
    otherwise.minimumAgeOnPlainReset,
  ),
  fineGrainedHistoryNeedsDomainHistory: flag(
    "Whether a fine-grained policy's history counts only if the domain's is above 0, as [MS-SAMR] 3.1.1.7.1 reads literally.",
    otherwise.fineGrainedHistoryNeedsDomainHistory,
  ),
  unlockWithoutLock: described(
    'What an unlock leaves in the log of an account that is not locked: no record, inferred from 4767 being the record of an account that was unlocked, or 4767 all the same, as ultimatewindowssecurity.com says of that event.',
    z._default(z.enum(['no record', '4767']), otherwise.unlockWithoutLock),
  ),
  unquotedPassword: described(
    'How a unicodePwd that is no quoted UTF-16 string is answered: "by operation" (53 for a set, 19 for a change, as Samba says Windows does) or as a constraint violation always, as the specification says.',
    z._default(z.enum(['by operation', 'constraint violation']), otherwise.unquotedPassword),
  ),
  bannedPasswordFuzziness: described(
    'Where the banned password evaluation forgives one edit: on what exact terms leave uncovered, or only on the whole password. Both satisfy every published example.',
    z._default(z.enum(['uncovered', 'whole']), 'uncovered'),
  ),
};
