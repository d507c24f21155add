import type { Duration } from '../kernel/duration.js';
import type { Principal } from './principal.js';

interface Audited {
  readonly subject: Principal;
  /** False where the audit policy leaves it out: then no log shows it. */
  readonly audited: boolean;
}

/** The settings of the domain's policy that changed, with their new values. */
export interface ChangedPolicy {
  readonly minimumAge?: Duration;
  readonly maximumAge?: Duration | 'never';
  readonly minimumLength?: number;
  readonly historyLength?: number;
  /** `pwdProperties`: 1 complexity, 16 reversible encryption. */
  readonly properties?: number;
  readonly lockoutThreshold?: number;
  readonly lockoutDuration?: Duration | 'until unlocked';
  readonly lockoutObservationWindow?: Duration;
}

/** The domain's password or lockout policy was written to the domain object. */
export interface DomainPolicyChanged extends Audited {
  readonly kind: 'domain-policy-changed';
  readonly domain: { readonly name: string; readonly sid: string };
  readonly policy: 'Password Policy' | 'Lockout Policy';
  readonly changed: ChangedPolicy;
}

/** An object of the directory, as its records name it. */
export interface AuditedObject {
  readonly distinguishedName: string;
  readonly guid: string;
  readonly objectClass: string;
  /** `schemaIDGUID` of its class. */
  readonly classGuid: string;
}

/** A right was used on an object whose audit entries ask for it. */
export interface ObjectAccessed extends Audited {
  readonly kind: 'object-accessed';
  readonly object: AuditedObject;
  readonly access: 'control access' | 'write property';
  /** GUIDs of what was accessed, from the outermost: a property set and its attribute, or an extended right. */
  readonly properties: readonly string[];
  readonly granted: boolean;
}

/** A value of an attribute was added or taken away; a replacement is both. */
export interface AttributeModified extends Audited {
  readonly kind: 'attribute-modified';
  readonly object: AuditedObject;
  /** DNS name of the domain. */
  readonly directory: string;
  readonly attribute: string;
  readonly syntaxOid: string;
  readonly value: string;
  readonly operation: 'added' | 'deleted';
}

/** What the categories Policy Change and DS Access show. */
export type DirectoryFact = DomainPolicyChanged | ObjectAccessed | AttributeModified;
