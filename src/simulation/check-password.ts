import { answeringController } from '../domain/choose-controller.js';
import { lookTwice, type Look, type Looks } from '../domain/ask-twice.js';
import { areInContact } from '../domain/contact.js';
import { clockAt } from '../domain/machine-clock.js';
import { accountAt } from '../domain/replica.js';
import { resultantPolicy } from '../domain/resultant-policy.js';
import { ASKED_AGAIN, decideSignIn, type SignIn, type SignInRefusal } from '../domain/sign-in.js';
import type { DomainController } from '../domain/state.js';
import type { Candidate } from '../kernel/candidate.js';
import type { Instant } from '../kernel/instant.js';
import type { DeepReadonly, State, View } from '../world/state.js';
import { controllerNamed } from './actions/domain-names.js';

type ControllerView = DeepReadonly<DomainController>;

/** From where, and how, a password is looked at. */
export interface Looking {
  /** At a computer; a server that checks somebody's password logs them on over the network. */
  readonly interactive: boolean;
  /** The domain controller that is asked, by name; another that runs where it does not. */
  readonly at?: string | undefined;
}

export type Check<C = DomainController> = Look<C, SignIn, SignInRefusal>;

/** One or two that have looked, the last of which decides, or the host from which none was in reach. */
export type Checked<C = DomainController> =
  Looks<C, SignIn, SignInRefusal> | { readonly unreachableFrom: string | undefined };

/**
 * What the domain controllers find. What one would refuse it asks the PDC emulator, which may know better. A read-only
 * one keeps no passwords, and asks a writable one. Nothing is counted and nothing logged by looking.
 *
 * Source: Microsoft, "Account Passwords and Policies" (authentication and the PDC operations master).
 */
export function checkPassword(
  state: State,
  key: string,
  candidate: Candidate,
  looking: Looking,
  now: Instant,
): Checked;
export function checkPassword(
  view: View,
  key: string,
  candidate: Candidate,
  looking: Looking,
  now: Instant,
): Checked<ControllerView>;
export function checkPassword(
  view: View,
  key: string,
  candidate: Candidate,
  { interactive, at }: Looking,
  now: Instant,
): Checked<ControllerView> {
  const { domain } = view;
  const [pdcEmulator] = domain.controllers;
  const wanted = at === undefined ? undefined : controllerNamed(view, at);
  const asked = wanted?.online === true ? wanted : answeringController(domain);
  const checking = asked.readOnly ? answeringController(domain) : asked;
  if (checking.readOnly || !areInContact(domain, asked, checking)) {
    return { unreachableFrom: asked.online ? asked.host : undefined };
  }
  return lookTwice(domain, pdcEmulator, checking, ASKED_AGAIN, (controller) =>
    checkAt(view, controller, key, candidate, interactive, now),
  );
}

function checkAt(
  { domain, switches }: View,
  controller: ControllerView,
  key: string,
  candidate: Candidate,
  interactive: boolean,
  now: Instant,
): Check<ControllerView> {
  const account = accountAt(domain, controller, key);
  if (account === undefined) throw new RangeError('every domain controller has every account');
  const { policy } = resultantPolicy(controller.replica, key, switches);
  const asked: SignIn = { at: clockAt(domain, controller, now), candidate, account, interactive, policy };
  return { controller, asked, decision: decideSignIn(asked) };
}
