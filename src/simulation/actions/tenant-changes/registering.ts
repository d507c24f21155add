import { at } from '../../../attempt/stage.js';
import { ENTRA_HOST } from '../../../attempt/tenant-stages.js';
import type { Method } from '../../../tenant/methods.js';
import { isRegistered, registrable, registrationRefused } from '../../../tenant/registration.js';
import { userNamed, type Change } from './change.js';
import { securityInfo } from './security-info.js';

/** What a user does at https://aka.ms/ssprsetup. */
export interface Registering {
  readonly register: { readonly user: string; readonly methods: readonly Method[] };
}

export const REGISTERING: { readonly [K in keyof Registering]: Change<Registering[K]> } = {
  register: {
    who: 'user',
    says: ({ user, methods }) => `${user} goes to register ${methods.join(', ')}`,
    apply: (state, { user, methods }, now) => {
      const one = userNamed(state, user);
      const request = { at: now, user: one, tenant: state.tenant };
      const screen = registrationRefused(request);
      if (screen !== undefined) {
        const { userPrincipalName } = one;
        const { textProfile: profile } = state.tenant;
        return [at(ENTRA_HOST, { kind: 'screen-shown', user: userPrincipalName, screen, profile })];
      }
      const wasRegistered = isRegistered(request);
      const saved = registrable(methods, request);
      one.methods = new Set([...one.methods, ...saved]);
      if (saved.includes('security questions'))
        one.securityQuestions = state.tenant.sspr.questions.toRegister;
      one.confirmed = now;
      const rows = saved.map(() => securityInfo(one, 'saved'));
      return !wasRegistered && isRegistered(request) ? [...rows, securityInfo(one, 'registered')] : rows;
    },
  },
};
