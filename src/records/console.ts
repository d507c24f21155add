import { CONSOLE } from '../connector/console.js';
import type { ConsoleUsed } from '../connector/facts.js';
import { formatInstant, type Instant } from '../kernel/instant.js';
import type { Fact } from '../kernel/fact.js';
import { fill, NO_PUBLISHED_TEXT } from '../kernel/sourced.js';
import type { IntegrationPageOpened, PortalSettingChanged } from '../tenant/facts.js';
import { PORTAL_SETTINGS } from '../tenant/portal.js';
import { INTEGRATION_STATUS } from '../tenant/integration-page.js';
import type { Entry, Provenance } from './entry.js';

/** What an administrator typed or clicked, and read. */
export interface ConsoleRecord {
  readonly shell: 'PowerShell' | 'wizard' | 'portal';
  readonly input: readonly string[];
  readonly output: readonly string[];
}

export function writeConsole(
  fact: Fact<ConsoleUsed | IntegrationPageOpened | PortalSettingChanged>,
): Entry<'console'> {
  const [record, provenance] = contentOf(fact.body);
  return { log: 'console', host: fact.host, at: fact.at, session: fact.session, record, provenance };
}

function contentOf(
  body: ConsoleUsed | IntegrationPageOpened | PortalSettingChanged,
): readonly [ConsoleRecord, readonly Provenance[]] {
  switch (body.kind) {
    case 'console-used': {
      const { shell, input, output } = CONSOLE[body.command];
      const values = valuesOf(body);
      const record = {
        shell,
        input: input.map(({ text }) => fill(text, values)),
        output: body.answered ? output.map(({ text }) => fill(text, values)) : [NO_PUBLISHED_TEXT],
      };
      const provenance = [
        ...input.map((string, index) => ({ part: `input ${index + 1}`, string })),
        ...output.map((string, index) => ({ part: `output ${index + 1}`, string })),
      ];
      return [record, provenance];
    }
    case 'integration-page-opened': {
      const string = INTEGRATION_STATUS[body.status];
      const record = { shell: 'portal', input: [INTEGRATION_PAGE], output: [string.text] } as const;
      return [record, [{ part: 'output 1', string }]];
    }
    case 'portal-setting-changed':
      return [
        {
          shell: 'portal',
          input: [fill(PORTAL_SETTINGS[body.setting].text, body.values ?? {})],
          // How the page words its refusal is in no public source.
          output: body.rejected === true ? [NO_PUBLISHED_TEXT] : [],
        },
        [{ part: 'input 1', string: PORTAL_SETTINGS[body.setting] }],
      ];
  }
}

/** As PowerShell prints them on a server whose language is American English and whose clock shows UTC. */
function valuesOf({ connectorName, shown = {} }: ConsoleUsed): Readonly<Record<string, string>> {
  const { account = '', domain = '', nextCycle, modified, enabled, serviceStarted } = shown;
  const moment = (instant: Instant | undefined): string =>
    instant === undefined ? NO_PUBLISHED_TEXT : formatInstant(instant, 'M/d/yyyy h:mm:ss a');
  return {
    connectorName,
    account,
    domain,
    nextCycle: moment(nextCycle),
    modified: moment(modified),
    enabled: enabled === true ? 'True' : 'False',
    // Of these two, public sources show one value only.
    serviceStatus: serviceStarted === true ? 'Started' : NO_PUBLISHED_TEXT,
    onboardingRequired: serviceStarted === true ? 'NotRequired' : NO_PUBLISHED_TEXT,
  };
}

const INTEGRATION_PAGE = 'Azure Active Directory > Password reset > On-premises integration';
