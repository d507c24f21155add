import { setup } from 'xstate';
import type { AttemptEvent } from './routes.js';
import type { Verb } from './verb.js';

const LEAVING = {
  abandoned: 'abandoned',
  cancelled: 'cancelled',
  contactedAdministrator: 'contactedAdministrator',
  expired: 'expired',
} as const;

/** Nobody answers: the person reads that after a while. */
const UNHEARD = { unheard: 'showingRefusal' } as const;

const isReset = { type: 'verb', params: { verb: 'reset' } } as const;
const isChange = { type: 'verb', params: { verb: 'change' } } as const;
const isAdministratorReset = { type: 'verb', params: { verb: 'administratorReset' } } as const;
const isUnlock = { type: 'verb', params: { verb: 'unlock' } } as const;
const AFTER_PROOF = [{ guard: isUnlock, target: 'relaying' }, { target: 'choosingPassword' }] as const;

/**
 * The way of a session through the parties: states are named for where it is. The machine only routes; what is
 * decided, done and logged at each state is its stage's affair. Its only context is the verb.
 */
export const attemptMachine = setup({
  types: {
    context: {} as { readonly verb: Verb },
    input: {} as { readonly verb: Verb },
    events: {} as { readonly type: AttemptEvent },
  },
  guards: {
    verb: ({ context }, params: { readonly verb: Verb }) => context.verb === params.verb,
  },
}).createMachine({
  id: 'attempt',
  context: ({ input }) => ({ verb: input.verb }),
  initial: 'identifying',
  states: {
    // The person, at Entra ID
    identifying: {
      on: {
        allowed: [{ guard: isChange, target: 'choosingPassword' }, { target: 'checkingEligibility' }],
        ...LEAVING,
      },
    },
    checkingEligibility: {
      on: {
        allowed: [{ guard: isAdministratorReset, target: 'choosingPassword' }, { target: 'provingIdentity' }],
        refused: 'refused',
        blocked: 'blocked',
      },
    },
    provingIdentity: { on: { allowed: 'answeringChallenge', blocked: 'blocked', ...LEAVING } },
    answeringChallenge: {
      on: {
        allowed: AFTER_PROOF,
        anotherGate: 'provingIdentityAgain',
        retry: 'provingIdentity',
        blocked: 'blocked',
        ...LEAVING,
      },
    },
    provingIdentityAgain: { on: { allowed: 'answeringSecondChallenge', blocked: 'blocked', ...LEAVING } },
    answeringSecondChallenge: {
      on: { allowed: AFTER_PROOF, retry: 'provingIdentityAgain', blocked: 'blocked', ...LEAVING },
    },
    choosingPassword: { on: { allowed: 'screeningPassword', ...LEAVING } },
    screeningPassword: {
      on: {
        allowed: [{ guard: isReset, target: 'relaying' }, { target: 'checkingWriteback' }],
        allowedInCloud: 'writingCloudPassword',
        refused: 'showingRefusal',
      },
    },
    checkingWriteback: { on: { allowed: 'relaying', refused: 'showingRefusal' } },
    relaying: { on: { allowed: 'receiving', refused: 'showingRefusal' } },

    // The sync server
    receiving: { on: { allowed: 'locatingUser', refused: 'answeringRefusal', ...UNHEARD } },
    locatingUser: { on: { allowed: 'checkingReadiness', refused: 'answeringRefusal', ...UNHEARD } },
    checkingReadiness: { on: { allowed: 'bindingToDomain', refused: 'answeringRefusal', ...UNHEARD } },
    bindingToDomain: {
      on: { allowed: 'lookingUpConnectorAccount', refused: 'answeringRefusal', ...UNHEARD },
    },
    lookingUpConnectorAccount: { on: { allowed: 'checkingRights', refused: 'answeringRefusal', ...UNHEARD } },

    // The domain controller
    checkingRights: {
      on: {
        allowed: [
          { guard: isUnlock, target: 'unlockingAccount' },
          { guard: isChange, target: 'provingOldPassword' },
          { target: 'checkingPasswordPolicy' },
        ],
        refused: 'answeringRefusal',
        ...UNHEARD,
      },
    },
    provingOldPassword: {
      on: { allowed: 'checkingPasswordPolicy', refused: 'answeringRefusal', ...UNHEARD },
    },
    checkingPasswordPolicy: { on: { allowed: 'settingPassword', refused: 'answeringRefusal', ...UNHEARD } },
    settingPassword: {
      on: {
        allowed: [
          { guard: isReset, target: 'unlockingAccount' },
          { guard: isAdministratorReset, target: 'requiringChange' },
          { target: 'answeringSuccess' },
        ],
        ...UNHEARD,
      },
    },
    requiringChange: { on: { allowed: 'answeringSuccess', ...UNHEARD } },
    unlockingAccount: { on: { allowed: 'answeringSuccess', ...UNHEARD } },

    // The way back
    answeringSuccess: {
      on: {
        allowed: [{ guard: isUnlock, target: 'confirmingUnlock' }, { target: 'writingCloudPassword' }],
        ...UNHEARD,
      },
    },
    confirmingUnlock: { on: { allowed: 'succeeded' } },
    answeringRefusal: { on: { allowed: 'showingRefusal', ...UNHEARD } },
    writingCloudPassword: { on: { allowed: 'succeeded', refused: 'succeededOnPremisesOnly' } },
    showingRefusal: {
      on: {
        retry: [
          { guard: isReset, target: 'choosingPassword' },
          { guard: isChange, target: 'choosingPassword' },
          { guard: isAdministratorReset, target: 'choosingPassword' },
        ],
        refused: 'refused',
      },
    },

    // How it ends
    succeeded: { type: 'final' },
    succeededOnPremisesOnly: { type: 'final' },
    refused: { type: 'final' },
    blocked: { type: 'final' },
    abandoned: { type: 'final' },
    cancelled: { type: 'final' },
    contactedAdministrator: { type: 'final' },
    expired: { type: 'final' },
  },
});
