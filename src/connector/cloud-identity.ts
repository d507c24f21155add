import { parseInstant, type Instant } from '../kernel/instant.js';
import { atLeast } from './build-number.js';
import type { ConnectorState } from './state.js';

/** As which the synchronisation service signs in to the cloud. */
export type CloudIdentity = 'service account' | 'application';

/** From this build on the server moves to an application identity by itself (authenticate-application-id.md). */
const MOVES_BY_ITSELF = '2.5.76.0';

/** When rows by an application were first seen in public (SEKOIA-IO/intake-formats: change_user_password_2.json). */
const SEEN_SINCE = parseInstant('2025-10-30');

/**
 * The identity in use: the one that the world names; otherwise the application from build 2.5.76.0 on, or, whatever
 * the build, from when tenants were seen with it (inferred: builds that cannot do it had left support by then).
 */
export function cloudIdentity(
  { build, identity }: Readonly<Pick<ConnectorState, 'build' | 'identity'>>,
  now: Instant,
): CloudIdentity {
  if (identity !== undefined) return identity;
  return now >= SEEN_SINCE || atLeast(build, MOVES_BY_ITSELF) ? 'application' : 'service account';
}
