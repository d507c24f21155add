import { sourced, type Sourced } from '../kernel/sourced.js';
import { CLASSIC_REPORT } from './sources.js';

/** Something that documentation lists and no row here says, and why not. */
export interface NeverLogged extends Sourced {
  readonly text: string;
  readonly why: string;
}

const ACTIVITY_LIST =
  'MicrosoftDocs/entra-docs: docs/identity/monitoring-health/reference-audit-activities.md';

function activity(text: string, why: string): NeverLogged {
  return { ...sourced('doc', ACTIVITY_LIST, text), why };
}

const COMBINED = 'combined registration at My Sign-ins is not modelled; methods are registered by an action';

/** What the audit log of a tenant can say about passwords and their reset, and this one never does. */
export const NEVER_LOGGED: readonly NeverLogged[] = [
  activity('Self-serve password reset flow activity progress', 'the spelling of 2017'),
  {
    ...sourced(
      'doc',
      CLASSIC_REPORT,
      'This user is not a member of the password reset users group. Add this user to that group to resolve this.',
    ),
    why: 'rows of today say "Password reset is not enabled for this user"',
  },
  activity('User registered security info', COMBINED),
  activity('User updated security info', COMBINED),
  activity('Admin registered security info', COMBINED),
  activity('Admin deleted security info', COMBINED),
  activity('User registered all required security info', COMBINED),
  activity('User started security info registration', COMBINED),
  activity('User canceled security info registration', COMBINED),
  activity('User changed default security info', COMBINED),
  activity('User reviewed security info', COMBINED),
  activity('Admin updated security info', 'an administrator here adds and deletes methods, and changes none'),
  activity('User started password change', 'which page writes it, and when, is in no source'),
  activity('user started password reset', 'which page writes it, and when, is in no source'),
  activity('Admin started password reset', 'which page writes it, and when, is in no source'),
];
