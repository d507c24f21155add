import type { Fact } from '../kernel/fact.js';
import { toIso } from '../kernel/instant.js';
import { fill } from '../kernel/sourced.js';
import type { CloudSignInRefused } from '../tenant/facts.js';
import { DIRECTORY_RESOURCE, SIGN_IN_ERRORS } from '../tenant/sign-in-log.js';
import type { Entry } from './entry.js';
import { factKey, type WritingContext } from './writing-context.js';

/** A row of the sign-in log, with the properties of Microsoft Graph's `signIn` that are known. */
export interface SignInRecord {
  readonly id: string;
  readonly createdDateTime: string;
  readonly userDisplayName: string;
  readonly userPrincipalName: string;
  readonly userId: string;
  readonly ipAddress: string;
  readonly resourceId: string;
  readonly status: { readonly errorCode: number; readonly failureReason: string };
}

export function writeSignIn(fact: Fact<CloudSignInRefused>, { ids }: WritingContext): Entry<'entra-sign-in'> {
  const { user, ipAddress, error } = fact.body;
  const { errorCode, failureReason } = SIGN_IN_ERRORS[error];
  return {
    log: 'entra-sign-in',
    host: fact.host,
    at: fact.at,
    session: fact.session,
    record: {
      id: ids.guid('sign-in', factKey(fact)),
      createdDateTime: toIso(fact.at),
      userDisplayName: user.displayName,
      userPrincipalName: user.userPrincipalName,
      userId: user.objectId,
      ipAddress,
      resourceId: DIRECTORY_RESOURCE,
      status: { errorCode, failureReason: fill(failureReason.text, { resource: DIRECTORY_RESOURCE }) },
    },
    provenance: [{ part: 'status.failureReason', string: failureReason }],
  };
}
