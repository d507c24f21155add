import type { Shortfall } from '../attempt/attempt.js';
import { at } from '../attempt/stage.js';
import { SIGN_IN_ANSWERS, type SignInRefusal } from '../domain/sign-in.js';
import { Candidate } from '../kernel/candidate.js';
import type { Emitted } from '../kernel/fact.js';
import type { Instant } from '../kernel/instant.js';
import type { SignInLocation } from '../tenant/smart-lockout.js';
import type { CloudSignInRefusal } from '../tenant/sign-in.js';
import type { PartyFact } from '../world/action.js';
import type { State } from '../world/state.js';
import { askDomain } from './ask-domain.js';
import type { SignInWay } from './credential-records.js';

/** Somebody signs in: to a computer of the domain, or to Entra ID. */
export interface SignInRequest {
  /** A user's name in the world, or a cloud sign-in name. */
  readonly user: string;
  readonly password: string;
  /**
   * How the password reaches the domain controller.
   * @defaultValue 'Kerberos', as at a computer of the domain
   */
  readonly way?: SignInWay | undefined;
  /**
   * Where.
   * @defaultValue 'computer'
   */
  readonly to?: SignInPlace | undefined;
  /**
   * The domain controller that the computer asks, by name; another that runs where it does not.
   * @defaultValue the first that runs, a writable one before a read-only one
   */
  readonly at?: string | undefined;
  /**
   * From what kind of place, which Entra ID's smart lockout counts apart.
   * @defaultValue 'familiar'
   */
  readonly from?: SignInLocation | undefined;
}

/** Where people sign in. */
export const SIGN_IN_PLACES = ['computer', 'cloud'] as const;
export type SignInPlace = (typeof SIGN_IN_PLACES)[number];

export type SignInOutcome = 'signed in' | SignInRefusal['rule'] | CloudSignInRefusal['rule'];

export interface SignInResult {
  readonly outcome: SignInOutcome;
  /** What an earlier writeback could not finish, or what has not been replicated, if that is what stands in the way. */
  readonly leftBehind: Shortfall | undefined;
}

/** Signs in to a computer of the domain, and says what the person is told. */
export function signIn(
  state: State,
  key: string,
  { password, way = 'Kerberos', at: named }: Pick<SignInRequest, 'password' | 'way' | 'at'>,
  now: Instant,
): { readonly result: SignInResult; readonly facts: readonly Emitted<PartyFact>[] } {
  const asking = { way, interactive: way !== 'LDAP bind', computer: WORKSTATION, at: named };
  const answer = askDomain(state, key, new Candidate(password), asking, now);
  const { refusedBy, target, leftBehind, facts, host = WORKSTATION } = answer;
  if (refusedBy === undefined) return { result: { outcome: 'signed in', leftBehind }, facts };
  const { status } = SIGN_IN_ANSWERS[refusedBy];
  return {
    result: { outcome: refusedBy, leftBehind },
    facts: [at(host, { kind: 'domain-sign-in-refused', target, refusedBy, status }), ...facts],
  };
}

/** The computer at which people sit. */
const WORKSTATION = 'CLIENT01';
