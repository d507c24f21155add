/** A security principal as records name it. */
export interface Principal {
  readonly name: string;
  /** NetBIOS name of its domain. */
  readonly domain: string;
  readonly sid: string;
}

/** The operating system itself on a machine of the domain; its logon session is always 0x3e7. */
export function localSystem(host: string, domain: string): Principal {
  return { name: `${computerName(host)}$`, domain, sid: 'S-1-5-18' };
}

/** Nobody in particular, as whom the system itself acts on the directory; its logon session is always 0x3e6. */
export const ANONYMOUS_LOGON: Principal = { name: 'ANONYMOUS LOGON', domain: 'NT AUTHORITY', sid: 'S-1-5-7' };

/** NetBIOS name of a machine, of which the fully qualified name is given. */
export function computerName(host: string): string {
  const [machine = host] = host.split('.');
  return machine.toUpperCase();
}
