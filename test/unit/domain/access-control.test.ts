import { describe, expect, it } from 'vitest';
import {
  checkAccess,
  CLASSES,
  type AccessControlEntry,
  type SecuredObject,
} from '../../../src/domain/access-control.js';
import { RIGHTS } from '../../../src/domain/access-rights.js';

const caller = new Set(['msol', 'everyone']);

function entry(differs: Partial<AccessControlEntry>): AccessControlEntry {
  return {
    type: 'allow',
    trustee: 'msol',
    access: 'control access',
    objectType: RIGHTS.resetPassword.guid,
    inheritedObjectType: CLASSES.user,
    reach: 'descendants',
    ...differs,
  };
}

function object(distinguishedName: string, ...entries: AccessControlEntry[]): SecuredObject {
  const objectClass =
    distinguishedName === 'domain' ? 'domain' : distinguishedName === 'user' ? 'user' : 'organizationalUnit';
  return { distinguishedName, objectClass, entries, isProtected: false };
}

const here = { reach: 'this object', inheritedObjectType: undefined } as const;
const may = (path: readonly SecuredObject[]): boolean => checkAccess(path, caller, 'resetPassword').granted;

describe('access control', () => {
  it('denies what no entry speaks of', () => {
    expect(may([object('user'), object('domain')])).toBe(false);
  });

  it('inherits from above', () => {
    expect(may([object('user'), object('unit'), object('domain', entry({}))])).toBe(true);
  });

  it('puts deny before allow on one object', () => {
    expect(may([object('user', entry(here), entry({ ...here, type: 'deny' }))])).toBe(false);
  });

  it('puts explicit before inherited, even an explicit allow before an inherited deny', () => {
    expect(may([object('user', entry(here)), object('domain', entry({ type: 'deny' }))])).toBe(true);
  });

  it('puts nearer before farther', () => {
    const path = [object('user'), object('unit', entry({})), object('domain', entry({ type: 'deny' }))];
    expect(may(path)).toBe(true);
  });

  it('inherits nothing through a protected object, from which its own descendants still inherit', () => {
    const above = object('domain', entry({}));
    expect(may([{ ...object('user'), isProtected: true }, above])).toBe(false);
    expect(may([object('user'), { ...object('unit'), isProtected: true }, above])).toBe(false);
    expect(may([object('user'), { ...object('unit', entry({})), isProtected: true }, above])).toBe(true);
  });

  it('asks for the right itself, by its GUID, unless the entry names none', () => {
    expect(may([object('user', entry({ ...here, objectType: RIGHTS.changePassword.guid }))])).toBe(false);
    expect(may([object('user', entry({ ...here, objectType: undefined }))])).toBe(true);
    expect(may([object('user', entry({ ...here, access: 'write property', objectType: undefined }))])).toBe(
      false,
    );
    expect(may([object('user', entry({ ...here, access: 'full control', objectType: undefined }))])).toBe(
      true,
    );
  });

  it('grants pwdLastSet with its property set, and lockoutTime not', () => {
    const restrictions = '4c164200-20c0-11d0-a768-00aa006e0529';
    const path = [object('user', entry({ ...here, access: 'write property', objectType: restrictions }))];
    expect(checkAccess(path, caller, 'writePwdLastSet').granted).toBe(true);
    expect(checkAccess(path, caller, 'writeLockoutTime').granted).toBe(false);
  });

  it('passes an entry only to the class that it names', () => {
    expect(
      may([object('user'), object('domain', entry({ inheritedObjectType: CLASSES.inetOrgPerson }))]),
    ).toBe(false);
    expect(may([object('user'), object('domain', entry({ inheritedObjectType: undefined }))])).toBe(true);
  });

  it('takes reach literally', () => {
    const above = (reach: AccessControlEntry['reach']): SecuredObject => object('domain', entry({ reach }));
    expect(may([object('user'), above('this object')])).toBe(false);
    expect(may([object('user'), above('children')])).toBe(true);
    expect(may([object('user'), object('unit'), above('children')])).toBe(false);
    expect(may([object('user', entry({ reach: 'descendants' }))])).toBe(false);
  });

  it('looks at nobody else', () => {
    expect(may([object('user', entry({ ...here, trustee: 'helpdesk' }))])).toBe(false);
    expect(may([object('user', entry({ ...here, trustee: 'everyone' }))])).toBe(true);
  });
});
