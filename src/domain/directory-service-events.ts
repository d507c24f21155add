import { catalogued } from './message-catalogue.js';
import { strings, type EventTemplate } from './event-template.js';

const SUBJECT = [
  ['SubjectUserSid', 'SID'],
  ...strings('SubjectUserName', 'SubjectDomainName'),
  ['SubjectLogonId', 'HexInt64'],
] as const;

/** Records of the directory service itself, which appear only where objects ask for them. */
export const DIRECTORY_SERVICE_EVENTS = {
  'object-accessed': {
    id: 4662,
    version: 0,
    fields: [
      ...SUBJECT,
      ...strings('ObjectServer', 'ObjectType', 'ObjectName', 'OperationType'),
      ['HandleId', 'Pointer'],
      ['AccessList', 'UnicodeString'],
      ['AccessMask', 'HexInt32'],
      ...strings('Properties', 'AdditionalInfo', 'AdditionalInfo2'),
    ],
    message: catalogued(
      'An operation was performed on an object.%n%nSubject :%n%tSecurity ID:%t%t%1%n%tAccount Name:%t%t%2%n%tAccount Domain:%t%t%3%n%tLogon ID:%t%t%4%n%nObject:%n%tObject Server:%t%t%5%n%tObject Type:%t%t%6%n%tObject Name:%t%t%7%n%tHandle ID:%t%t%9%n%nOperation:%n%tOperation Type:%t%t%8%n%tAccesses:%t%t%10%n%tAccess Mask:%t%t%11%n%tProperties:%t%t%12%n%nAdditional Information:%n%tParameter 1:%t%t%13%n%tParameter 2:%t%t%14',
    ),
  },
  'attribute-modified': {
    id: 5136,
    version: 0,
    fields: [
      ['OpCorrelationID', 'GUID'],
      ['AppCorrelationID', 'UnicodeString'],
      ...SUBJECT,
      ...strings('DSName', 'DSType', 'ObjectDN'),
      ['ObjectGUID', 'GUID'],
      ...strings(
        'ObjectClass',
        'AttributeLDAPDisplayName',
        'AttributeSyntaxOID',
        'AttributeValue',
        'OperationType',
      ),
    ],
    message: catalogued(
      'A directory service object was modified.%n%t%nSubject:%n%tSecurity ID:%t%t%3%n%tAccount Name:%t%t%4%n%tAccount Domain:%t%t%5%n%tLogon ID:%t%t%6%n%nDirectory Service:%n%tName:%t%7%n%tType:%t%8%n%t%nObject:%n%tDN:%t%9%n%tGUID:%t%10%n%tClass:%t%11%n%t%nAttribute:%n%tLDAP Display Name:%t%12%n%tSyntax (OID):%t%13%n%tValue:%t%14%n%t%nOperation:%n%tType:%t%15%n%tCorrelation ID:%t%1%n%tApplication Correlation ID:%t%2',
    ),
  },
} as const satisfies Record<string, EventTemplate>;
