import type { AdministratorEntryPoint, ChangeEntryPoint, Errand } from '../attempt/errand.js';
import type { Leaving, Person } from '../attempt/person.js';
import type { Verb } from '../attempt/verb.js';
import { Candidate } from '../kernel/candidate.js';
import { parseDuration } from '../kernel/duration.js';
import { SimulatorError } from '../kernel/error.js';
import type { Method } from '../tenant/methods.js';
import type { Answer } from '../tenant/verification.js';
import type { View } from '../world/state.js';
import { signInNameOf } from './find-user.js';

/** Who comes, and how they behave; for an administrator's reset it is the administrator who behaves so. */
interface Visit {
  /** Whose password or account it is: a user's name in the world, or a cloud sign-in name. */
  readonly user: string;
  /** @defaultValue an address reserved for documentation */
  readonly ipAddress?: string | undefined;
  /** Where and how they turn away. */
  readonly leaves?: Leaving | undefined;
}

/** How somebody proves who they are. */
interface Verified {
  /** False for a browser that keeps no cookies. */
  readonly cookies?: boolean | undefined;
  /**
   * What they do at the gates, in turn: the option they take (the first that is offered, if it is left out or not
   * offered), what they answer, and how long after the challenge. Afterwards they do what is asked of them.
   */
  readonly verification?:
    | readonly {
        readonly method?: Method | undefined;
        readonly answer?: Answer | undefined;
        readonly after?: string | undefined;
      }[]
    | undefined;
}

interface Choosing {
  /** How long they think about each password. */
  readonly thinksFor?: string | undefined;
}

/** Somebody resets a forgotten password. */
export interface ResetRequest extends Visit, Verified, Choosing {
  readonly verb?: 'reset' | undefined;
  /** The new password, or several to be tried in turn after refusals. */
  readonly newPassword: string | readonly string[];
}

/** Somebody changes a password that they know. */
export interface ChangeRequest extends Visit, Choosing {
  readonly verb: 'change';
  /**
   * What they type as the old password: one, which serves for every new one, or as many as there are new ones, each
   * beside its own. My Sign-ins does not ask for it.
   */
  readonly oldPassword?: string | readonly string[] | undefined;
  /** The new password, or several to be tried in turn after refusals. */
  readonly newPassword: string | readonly string[];
  /** @defaultValue 'change page' */
  readonly entryPoint?: ChangeEntryPoint | undefined;
}

/** An administrator resets somebody's password. */
export interface AdministratorResetRequest extends Visit, Choosing {
  readonly verb: 'administratorReset';
  /**
   * The administrator, by any of their names in the world.
   * @defaultValue a Global Administrator who is no user of the world
   */
  readonly by?: string | undefined;
  /** The new password, or several to be tried in turn after refusals. */
  readonly newPassword: string | readonly string[];
  /** @defaultValue 'Entra admin center' */
  readonly entryPoint?: AdministratorEntryPoint | undefined;
  /**
   * Whether the user must change the password at the next sign-in.
   * @defaultValue true; the Entra admin center and Microsoft Graph's resetPassword leave no choice
   */
  readonly forceChange?: boolean | undefined;
}

/** Somebody who knows the password unlocks the account without a reset. */
export interface UnlockRequest extends Visit, Verified {
  readonly verb: 'unlock';
}

/** One visit: a reset, unless `verb` says otherwise. */
export type AttemptRequest = ResetRequest | ChangeRequest | AdministratorResetRequest | UnlockRequest;

/** Where an administrator has no choice but to force a change. */
const ALWAYS_FORCE: ReadonlySet<AdministratorEntryPoint> = new Set<AdministratorEntryPoint>([
  'Entra admin center',
  'Microsoft Graph resetPassword',
]);

/**
 * What a request comes for.
 *
 * @param usualAdministrator the cloud sign-in name of whom is not named
 * @param signInName finds the cloud sign-in name of somebody in the world
 * @throws SimulatorError `no-password`, `unknown-user` or `forced-change`
 */
function errandOf(
  request: AttemptRequest,
  usualAdministrator: string,
  signInName: (user: string) => string,
): Errand {
  switch (request.verb) {
    case undefined:
    case 'reset':
      return { verb: 'reset' };
    case 'unlock':
      return { verb: 'unlock' };
    case 'change': {
      const { entryPoint = 'change page', oldPassword } = request;
      if (oldPassword === undefined && entryPoint !== 'My Sign-ins') {
        throw new SimulatorError({
          code: 'no-password',
          message: 'a change without the old password',
          hint: 'give oldPassword; only My Sign-ins, which has asked for it already, does not ask again',
        });
      }
      if (!oldPasswordsMatch(oldPassword, request.newPassword)) {
        throw new SimulatorError({ code: 'no-password', ...OLD_PASSWORDS_DO_NOT_MATCH });
      }
      return { verb: 'change', entryPoint, oldPasswords: candidates(oldPassword ?? [], 'an old password') };
    }
    case 'administratorReset': {
      const { by, entryPoint = 'Entra admin center', forceChange = true } = request;
      if (!forceChange && ALWAYS_FORCE.has(entryPoint)) {
        throw new SimulatorError({
          code: 'forced-change',
          message: `${entryPoint} always makes the user change the password`,
          hint: 'leave forceChange out, or take another entryPoint',
        });
      }
      const administrator = by === undefined ? usualAdministrator : signInName(by);
      return {
        verb: 'administratorReset',
        entryPoint,
        administrator,
        isKnown: by !== undefined,
        forcesChange: forceChange,
      };
    }
  }
}

/**
 * The person that a request describes.
 *
 * @throws SimulatorError `no-password`, or a duration that cannot be read
 */
function personOf(request: AttemptRequest, userId: string): Person {
  const { ipAddress = '203.0.113.24', leaves } = request;
  const { verification = [], cookies = true } =
    'verification' in request || 'cookies' in request ? request : {};
  const thinksFor = 'thinksFor' in request ? request.thinksFor : undefined;
  return {
    userId,
    ipAddress,
    cookies,
    tries: verification.map(({ method, answer = 'right', after }) => ({
      method,
      answer,
      after: after === undefined ? undefined : parseDuration(after),
    })),
    passwords: request.verb === 'unlock' ? [] : newPasswords(request.newPassword, request.verb ?? 'reset'),
    thinksFor: thinksFor === undefined ? undefined : parseDuration(thinksFor),
    leaves,
  };
}

const SAID: Readonly<Record<Verb, string>> = {
  reset: 'a reset',
  change: 'a change',
  administratorReset: "an administrator's reset",
  unlock: 'an unlock',
};

function newPasswords(given: string | readonly string[], verb: Verb): readonly Candidate[] {
  if (given.length === 0 && typeof given !== 'string') {
    throw new SimulatorError({
      code: 'no-password',
      message: `${SAID[verb]} without a new password`,
      hint: 'give newPassword, or a list of passwords to be tried in turn',
    });
  }
  return candidates(given, 'a new password');
}

function candidates(given: string | readonly string[], what: string): readonly Candidate[] {
  const texts = typeof given === 'string' ? [given] : given;
  if (texts.some((text) => typeof text !== 'string')) {
    throw new SimulatorError({
      code: 'no-password',
      message: `${what} that is no text`,
      hint: 'give a text, or a list of texts to be tried in turn',
    });
  }
  return texts.map((text) => new Candidate(text));
}

/** Whether every old password has the new one beside which it is typed, and the other way round. */
export function oldPasswordsMatch(
  old: string | readonly string[] | undefined,
  typed: string | readonly string[],
): boolean {
  if (!Array.isArray(old) || old.length <= 1) return true;
  return old.length === (Array.isArray(typed) ? typed.length : 1);
}

export const OLD_PASSWORDS_DO_NOT_MATCH = {
  message: 'not as many old passwords as new ones',
  hint: 'give one old password for all, or a list as long as that of newPassword; repeat a new one for each old one that is tried with it',
} as const;

/** What somebody comes for, and how they behave. */
export function visitOf(
  request: AttemptRequest,
  userId: string,
  view: View,
): { readonly errand: Errand; readonly person: Person } {
  const { userPrincipalName } = view.tenant.administrator;
  const errand = errandOf(request, userPrincipalName, (user) => signInNameOf(view, user));
  return { errand, person: personOf(request, userId) };
}
