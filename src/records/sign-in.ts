import type { Fact } from '../kernel/fact.js';
import { toIso } from '../kernel/instant.js';
import { fill, NO_PUBLISHED_TEXT, type Sourced } from '../kernel/sourced.js';
import type { CloudSignedIn } from '../tenant/facts.js';
import { NO_FAILURE, PORTAL_TARGET, SIGN_IN_ERRORS, SYNC_TARGET } from '../tenant/sign-in-log.js';
import type { Entry, Provenance } from './entry.js';
import { factKey, type WritingContext } from './writing-context.js';

/** A row of the sign-in log, with those properties of Microsoft Graph's `signIn` that are known here. */
export interface SignInRecord {
  readonly id: string;
  readonly createdDateTime: string;
  readonly userDisplayName: string;
  readonly userPrincipalName: string;
  readonly userId: string;
  readonly appId: string;
  readonly appDisplayName: string;
  readonly ipAddress: string;
  readonly clientAppUsed: string;
  readonly correlationId: string;
  readonly conditionalAccessStatus: 'success' | 'failure' | 'notApplied';
  readonly isInteractive: boolean;
  readonly resourceDisplayName: string;
  readonly resourceId: string;
  readonly status: {
    readonly errorCode: number;
    readonly failureReason: string;
    readonly additionalDetails: null;
  };
}

export function writeSignIn(fact: Fact<CloudSignedIn>, { ids }: WritingContext): Entry<'entra-sign-in'> {
  const { user, ipAddress, error, by } = fact.body;
  const target = by === 'person' ? PORTAL_TARGET : SYNC_TARGET;
  const errorCode = error === undefined ? 0 : SIGN_IN_ERRORS[error].errorCode;
  const reason: Sourced = error === undefined ? NO_FAILURE : SIGN_IN_ERRORS[error].failureReason;
  const provenance: Provenance[] = [
    { part: 'status.failureReason', string: reason },
    { part: 'appId', string: target.appId },
  ];
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
      appId: target.appId.text,
      appDisplayName: target.appDisplayName.text,
      ipAddress,
      clientAppUsed: by === 'person' ? 'Browser' : 'Mobile Apps and Desktop clients',
      correlationId: ids.guid('sign-in-correlation', factKey(fact)),
      conditionalAccessStatus: error === 'mfaRequired' ? 'failure' : 'notApplied',
      isInteractive: by === 'person',
      resourceDisplayName: target.resourceDisplayName.text,
      resourceId: target.resourceId,
      status: {
        errorCode,
        failureReason:
          reason.text === undefined ? NO_PUBLISHED_TEXT : fill(reason.text, { resource: target.resourceId }),
        additionalDetails: null,
      },
    },
    provenance,
  };
}
