/** The domain's own distinguished name: Test.local is DC=Test,DC=local. */
export function domainDn(dnsName: string): string {
  return dnsName
    .split('.')
    .map((label) => `DC=${label}`)
    .join(',');
}

/** A unit by its path from the top, Staff/Sales, below the domain. */
export function unitDn(path: string, root: string): string {
  const names = path.split('/').toReversed();
  return [...names.map((name) => `OU=${escaped(name)}`), root].join(',');
}

/** The relative name of an account. */
export function commonName(name: string): string {
  return `CN=${escaped(name)}`;
}

/** RFC 4514: the signs that separate names in a distinguished name are escaped. */
function escaped(value: string): string {
  return value.replaceAll(/[,+"\\<>;=]/g, String.raw`\$&`).replaceAll(/^[ #]|[ ]$/g, String.raw`\$&`);
}
