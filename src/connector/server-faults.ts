import { decideBy, type Decision, type Rule } from '../kernel/decision.js';

/** Where the chain from the cloud object to the account in Active Directory can break. */
export const LINK_FAULTS = [
  'not in the connector space',
  'not joined in the metaverse',
  'deleted on-premises',
  'out of password sync scope',
  'duplicated',
] as const;
export type LinkFault = (typeof LINK_FAULTS)[number];

/** How remote calls to the SAM are restricted: not, by a policy, or by the registry value that a policy left behind. */
export const REMOTE_SAM = [
  'open',
  'restricted by policy',
  'left behind in the registry',
  'reads removed',
] as const;
export type RemoteSam = (typeof REMOTE_SAM)[number];

/** What is wrong on the server, or between it and the domain, that a write meets. */
export interface ServerFaults {
  readonly links: ReadonlyMap<string, LinkFault>;
  /** A forest was added after writeback was switched on: password synchronisation is not enabled for it. */
  readonly forestAddedLater: boolean;
  readonly signAndEncryptLdap: boolean;
  readonly accountPasswordLength: number;
  readonly accountIsProtectedUser: boolean;
  readonly rpc: 'open' | 'blocked';
  readonly remoteSam: RemoteSam;
  /** Whether the domain controllers know the control that makes a reset keep to the password policy. */
  readonly policyHints: boolean;
}

export type ServerFaultRefusal =
  | {
      readonly rule: 'account-not-linked';
      readonly broken: Exclude<LinkFault, 'out of password sync scope' | 'duplicated'>;
    }
  | { readonly rule: 'outside-password-sync-scope' }
  | { readonly rule: 'duplicate-accounts' }
  | { readonly rule: 'forest-added-later' }
  | { readonly rule: 'reserved-character-in-unit'; readonly unit: string }
  | { readonly rule: 'insecure-ldap' }
  | { readonly rule: 'account-password-too-long'; readonly length: number }
  | { readonly rule: 'connector-account-in-protected-users' }
  | { readonly rule: 'rpc-blocked' }
  | { readonly rule: 'remote-sam-restricted'; readonly by: Exclude<RemoteSam, 'open'> }
  | { readonly rule: 'policy-control-missing' };

/** One write, as these rules see it. */
export interface FaultyWrite {
  readonly faults: ServerFaults;
  /** The cloud object. */
  readonly objectId: string;
  readonly distinguishedName: string | undefined;
}

type R = ServerFaultRefusal;

const LOCATING: readonly Rule<FaultyWrite, R>[] = [
  {
    rule: 'account-not-linked',
    refusal: ({ faults, objectId }) => {
      const broken = faults.links.get(objectId);
      if (broken === undefined || broken === 'out of password sync scope' || broken === 'duplicated') {
        return undefined;
      }
      return { rule: 'account-not-linked', broken };
    },
  },
  {
    rule: 'outside-password-sync-scope',
    refusal: ({ faults, objectId }) =>
      faults.links.get(objectId) === 'out of password sync scope'
        ? { rule: 'outside-password-sync-scope' }
        : undefined,
  },
  {
    rule: 'duplicate-accounts',
    refusal: ({ faults, objectId }) =>
      faults.links.get(objectId) === 'duplicated' ? { rule: 'duplicate-accounts' } : undefined,
  },
];

/** The signs that a unit's name on the path may not have (troubleshoot-sspr-writeback.md). */
const RESERVED = /^[ #]|[ ]$|[,+"\\<>;=/\n\r]/;

/** The first unit on the path whose name has one of them; in a distinguished name most of them are escaped. */
function reservedUnit(distinguishedName: string | undefined): string | undefined {
  const names = (distinguishedName ?? '').split(/(?<!\\),/).filter((part) => /^OU=/i.test(part));
  return names.map((part) => part.slice(3).replaceAll(/\\(.)/g, '$1')).find((name) => RESERVED.test(name));
}

const READY: readonly Rule<FaultyWrite, R>[] = [
  {
    rule: 'forest-added-later',
    refusal: ({ faults }) => (faults.forestAddedLater ? { rule: 'forest-added-later' } : undefined),
  },
  {
    rule: 'reserved-character-in-unit',
    refusal: ({ distinguishedName }) => {
      const unit = reservedUnit(distinguishedName);
      return unit === undefined ? undefined : { rule: 'reserved-character-in-unit', unit };
    },
  },
];

const BINDING: readonly Rule<FaultyWrite, R>[] = [
  {
    rule: 'insecure-ldap',
    refusal: ({ faults }) => (faults.signAndEncryptLdap ? undefined : { rule: 'insecure-ldap' }),
  },
  {
    rule: 'account-password-too-long',
    refusal: ({ faults: { accountPasswordLength: length } }) =>
      length > LONGEST_PASSWORD ? { rule: 'account-password-too-long', length } : undefined,
  },
  {
    rule: 'connector-account-in-protected-users',
    refusal: ({ faults }) =>
      faults.accountIsProtectedUser ? { rule: 'connector-account-in-protected-users' } : undefined,
  },
];

/** Of the AD DS connector account, in characters (troubleshoot-sspr-writeback.md; older revisions say 127). */
export const LONGEST_PASSWORD = 256;

const LOOKING_UP: readonly Rule<FaultyWrite, R>[] = [
  {
    rule: 'rpc-blocked',
    refusal: ({ faults }) => (faults.rpc === 'blocked' ? { rule: 'rpc-blocked' } : undefined),
  },
  {
    rule: 'remote-sam-restricted',
    refusal: ({ faults: { remoteSam: by } }) =>
      by === 'open' ? undefined : { rule: 'remote-sam-restricted', by },
  },
  {
    rule: 'policy-control-missing',
    refusal: ({ faults }) => (faults.policyHints ? undefined : { rule: 'policy-control-missing' }),
  },
];

/** By the step of a write that meets them; the order of the steps is inferred. */
const FAULT_RULES = { locating: LOCATING, ready: READY, binding: BINDING, 'looking up': LOOKING_UP } as const;

export type WriteStep = keyof typeof FAULT_RULES;

/** Whether a step of a write goes on. */
export function decideStep(step: WriteStep, write: FaultyWrite): Decision<ServerFaultRefusal> {
  return decideBy(FAULT_RULES[step], write);
}
