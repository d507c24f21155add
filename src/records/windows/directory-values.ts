import type { ChangedPolicy, DirectoryFact, ObjectAccessed } from '../../domain/directory-facts.js';
import { DAY, HOUR, MINUTE, SECOND, type Duration } from '../../kernel/duration.js';
import type { Fact } from '../../kernel/fact.js';
import { sourced } from '../../kernel/sourced.js';
import type { WritingContext } from '../writing-context.js';
import type { FieldValues } from './render-fields.js';

/** What the fields of the categories Policy Change and DS Access hold, besides the subject. */
export function directoryValues(fact: Fact<DirectoryFact>, { ids }: WritingContext): FieldValues {
  const { body } = fact;
  switch (body.kind) {
    case 'domain-policy-changed':
      return {
        DomainPolicyChanged: body.policy,
        DomainName: body.domain.name,
        DomainSid: body.domain.sid,
        ...policyValues(body.changed),
      };
    case 'object-accessed':
      return {
        ObjectServer: 'DS',
        ObjectType: `%{${body.object.classGuid}}`,
        ObjectName: `%{${body.object.guid}}`,
        OperationType: 'Object Access',
        HandleId: 0,
        ...accessValues(body),
        AdditionalInfo2: '',
      };
    case 'attribute-modified':
      return {
        OpCorrelationID: `{${ids.guid('directory-operation', operationKey(fact))}}`,
        DSName: body.directory,
        DSType: '%%14676',
        ObjectDN: body.object.distinguishedName,
        ObjectGUID: `{${body.object.guid}}`,
        ObjectClass: body.object.objectClass,
        AttributeLDAPDisplayName: body.attribute,
        AttributeSyntaxOID: body.syntaxOid,
        AttributeValue: body.value,
        OperationType: body.operation === 'added' ? '%%14674' : '%%14675',
      };
  }
}

/** The two records of a replacement belong together: the same object and attribute at the same moment. */
function operationKey({ host, at, body }: Fact<DirectoryFact>): string {
  const what = body.kind === 'attribute-modified' ? `${body.object.guid}/${body.attribute}` : body.kind;
  return `${host}/${at}/${what}`;
}

/** The line breaks and indents of real records: each property a step deeper, then the class. */
function accessValues({ access, properties, object }: ObjectAccessed): FieldValues {
  const [code, mask] = access === 'control access' ? ['%%7688', 0x100] : ['%%7685', 0x20];
  const lines = properties.map((guid, depth) => `\t\t${'\t'.repeat(depth)}{${guid}}\r\n`);
  return {
    AccessList: `${code}\r\n\t\t\t\t`,
    AccessMask: mask,
    Properties: `${code}\r\n${lines.join('')}\t{${object.classGuid}}\r\n`,
  };
}

/** What has not changed stays away, and shows as "-". */
function policyValues(changed: ChangedPolicy): FieldValues {
  const values: Readonly<Record<string, number | string | undefined>> = {
    MinPasswordAge: daysAndTime(changed.minimumAge),
    MaxPasswordAge: daysAndTime(changed.maximumAge),
    LockoutThreshold: changed.lockoutThreshold,
    LockoutObservationWindow: seconds(changed.lockoutObservationWindow),
    LockoutDuration: seconds(changed.lockoutDuration),
    PasswordProperties: changed.properties,
    MinPasswordLength: changed.minimumLength,
    PasswordHistoryLength: changed.historyLength,
  };
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

/** What 4739 shows for a minimum age of 0. */
export const NO_MINIMUM_AGE = sourced(
  'inferred',
  'the one public 4739 with this word (a write-up of a corCTF 2024 forensics challenge, computer LEMON-SQUEEZER), in which length and history became 0 as well; that the age did is inferred',
  'unavailable',
);

/** `42:00:00:00`; the word for no minimum age is taken to stand for a maximum of "never" as well (inferred). */
function daysAndTime(age: Duration | 'never' | undefined): string | undefined {
  if (age === undefined) return undefined;
  if (age === 'never' || age === 0) return NO_MINIMUM_AGE.text;
  const two = (value: number): string => String(Math.floor(value)).padStart(2, '0');
  return [
    Math.floor(age / DAY),
    two((age % DAY) / HOUR),
    two((age % HOUR) / MINUTE),
    two((age % MINUTE) / SECOND),
  ].join(':');
}

/** Source: ultimatewindowssecurity.com, event 4739, "in seconds"; a lock without end is inferred. */
function seconds(duration: Duration | 'until unlocked' | undefined): number | string | undefined {
  if (duration === undefined) return undefined;
  return duration === 'until unlocked' ? 'unavailable' : Math.floor(duration / SECOND);
}
