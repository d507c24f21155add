import { sourced } from '../kernel/sourced.js';
import type { ApplicationEvent } from './application-events.js';
import { TROUBLESHOOTING } from './sources.js';

const HEAD = 'An unexpected error has occurred during a password set operation. \n "';
const SUPPORT = 'MicrosoftDocs/SupportArticles-docs: support/entra/entra-id/user-prov-sync';

/** The line numbers are those of the records that are known; they vary by build. */
function trace(message: ApplicationEvent['message']): ApplicationEvent {
  return { id: 6329, provider: 'ADSync', level: 'Error', category: 'Server', message };
}

/** The engine's own words where they are not the plain ones: event 6329. */
export const ENGINE_TRACES = {
  'no target': trace(
    sourced(
      'sample',
      'MicrosoftDocs/azure-docs, issue 106884, build 2.1.20.0',
      `${HEAD}ERR_: MMS({thread}): ..\\ObjectSearcher.cpp(461): AD Object is not present. \nBAIL: MMS({thread}): ..\\ObjectSearcher.cpp(491): 0x80230405 (The operation failed because the object cannot be found):\nNo password writeback targets found.\nMake sure that the source object exists and is connected to the target objects via MV and the target object is in scope of password sync rule.\nAAD anchor = {cloudAnchor}Azure AD Sync {build}"`,
    ),
  ),
  'remote SAM denied': trace(
    sourced(
      'doc',
      `${SUPPORT}/password-writeback-error-code-sspr-0029.md`,
      `${HEAD}ERR_: MMS({thread}): admaexport.cpp(2944): Failed to acquire user information: {netbiosName}\\{accountName}. Error Code: ERROR_ACCESS_DENIED\nAzure AD Sync {build}"`,
    ),
  ),
  'no RPC': trace(
    sourced(
      'sample',
      `${SUPPORT}/rpc-errors-affecting-aadconnect.md, build 1.4.18.0; its line numbers are not shown here, since they are not those of this build`,
      `${HEAD}ERR_: MMS({thread}): admaexport.cpp: Failed to acquire user information: 0x6ba\nBAIL: MMS({thread}): admaexport.cpp: 0x80004005 (Unspecified error)\nBAIL: MMS({thread}): admaexport.cpp: 0x80004005 (Unspecified error)\nERR_: MMS({thread}): ..\\ma.cpp: ExportPasswordSet failed with 0x80004005\nAzure AD Sync {build}"`,
    ),
  ),
  'policy control missing': trace(
    sourced(
      'doc',
      TROUBLESHOOTING,
      `${HEAD}ERR_: MMS({thread}): admaexport.cpp(2837): The server doesn't contain the LDAP password policy control.\nAzure AD Sync {build}"`,
    ),
  ),
} as const satisfies Record<string, ApplicationEvent>;

export type EngineTrace = keyof typeof ENGINE_TRACES;
