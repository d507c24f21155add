import type { AttemptRequest } from '../simulation/simulation.js';
import type { Step } from './schema.js';

/** The session that a step is, and the step's title; undefined for a step of another kind. */
export function sessionOf(
  step: Step,
): { readonly request: AttemptRequest; readonly title: string } | undefined {
  const { reset, change, administratorReset, unlock } = step;
  if (reset !== undefined) return { request: reset, title: `${reset.user} resets a forgotten password` };
  if (change !== undefined) {
    const where = { 'change page': '', 'sign-in page': ' at sign-in', 'My Sign-ins': ' in My Sign-ins' };
    return {
      request: { verb: 'change', ...change },
      title: `${change.user} changes the password${where[change.entryPoint]}`,
    };
  }
  if (administratorReset !== undefined) {
    const { by, user, entryPoint } = administratorReset;
    return {
      request: { verb: 'administratorReset', ...administratorReset },
      title: `${user} gets a new password from ${by ?? 'an administrator'} (${entryPoint ?? 'Entra admin center'})`,
    };
  }
  if (unlock !== undefined) {
    return {
      request: { verb: 'unlock', ...unlock },
      title: `${unlock.user} unlocks the account and keeps the password`,
    };
  }
  return undefined;
}

/** The step that a request is. */
export function stepOf({ verb = 'reset', ...request }: AttemptRequest): Step {
  return { [verb]: request };
}
