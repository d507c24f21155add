import { at } from '../attempt/stage.js';
import { audits } from '../domain/audit-policy.js';
import { failedLogonSubcategory } from '../domain/failed-logon.js';
import { computerName, localSystem, type Principal } from '../domain/principal.js';
import { SIGN_IN_ANSWERS, type SignInRefusal } from '../domain/sign-in.js';
import type { DomainState } from '../domain/state.js';
import type { Emitted } from '../kernel/fact.js';
import type { PartyFact } from '../world/action.js';
import type { DeepReadonly } from '../world/state.js';

/** How a name and a password reach a domain controller. */
export const SIGN_IN_WAYS = ['Kerberos', 'NTLM', 'LDAP bind'] as const;
export type SignInWay = (typeof SIGN_IN_WAYS)[number];

/**
 * What a domain controller's Security log keeps of a password that was checked: of Kerberos the refusal (4771), of NTLM
 * the check (4776), and of an LDAP bind the check and the failed logon at the domain controller itself (4625).
 *
 * Sources: MicrosoftDocs/windows-itpro-docs: event-4771.md, event-4776.md, event-4625.md; that a bind leaves both is
 * inferred from the LDAP server's asking the local authority with a plain password.
 */
export function credentialRecords(
  { auditPolicy, dnsName, netbiosName }: DeepReadonly<DomainState>,
  host: string,
  way: SignInWay,
  target: Principal,
  client: string,
  refusal: SignInRefusal['rule'] | undefined,
): readonly Emitted<PartyFact>[] {
  const succeeded = refusal === undefined;
  const { status, kerberos } = refusal === undefined ? ACCEPTED : SIGN_IN_ANSWERS[refusal];
  if (way === 'Kerberos') {
    if (!PREAUTHENTICATION_FAILURES.has(kerberos)) return [];
    const audited = audits(auditPolicy, 'kerberosAuthenticationService', false);
    const realm = dnsName.toUpperCase();
    return [at(host, { kind: 'preauthentication-failed', audited, target, realm, status: kerberos, client })];
  }
  const validated = at<PartyFact>(host, {
    kind: 'credentials-validated',
    audited: audits(auditPolicy, 'credentialValidation', succeeded),
    account: target.name,
    workstation: way === 'NTLM' ? client : computerName(host),
    status,
  });
  if (succeeded || way === 'NTLM') return [validated];
  const failed = at<PartyFact>(host, {
    kind: 'logon-failed',
    audited: audits(auditPolicy, failedLogonSubcategory(status), false),
    subject: localSystem(host, netbiosName),
    account: target.name,
    domain: target.domain,
    status,
    client,
  });
  return [validated, failed];
}

const ACCEPTED = { status: '0x0', kerberos: '0x0' } as const;

/** The results that 4771 reports; a smart card that was not used is refused later, with a ticket (4768). */
const PREAUTHENTICATION_FAILURES: ReadonlySet<string> = new Set(['0x12', '0x17', '0x18']);
