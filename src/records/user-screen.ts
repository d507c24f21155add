import type { DomainSignInRefused } from '../domain/facts.js';
import { SIGN_IN_ANSWERS } from '../domain/sign-in.js';
import type { Fact } from '../kernel/fact.js';
import { NO_PUBLISHED_TEXT, sourced } from '../kernel/sourced.js';
import type { HelpdeskPageOpened, ScreenShown, SignInPageShown } from '../tenant/facts.js';
import { FEDERATION_REFUSES, SIGN_IN_ERRORS } from '../tenant/sign-in-log.js';
import { screenIn, type Screen, type ScreenName } from '../tenant/screens.js';
import type { Entry } from './entry.js';

/** A page as the person read it. */
export interface ScreenRecord {
  /** Who reads it: the person, or the administrator who resets somebody's password. */
  readonly user: string;
  readonly screen: ScreenName | 'windowsSignIn' | 'cloudSignIn' | 'helpdeskPage';
  /** The documented number, such as SSPR_0029, where the page stands for one. */
  readonly code?: string;
  readonly text: string;
}

type ShownFact = ScreenShown | SignInPageShown | HelpdeskPageOpened | DomainSignInRefused;

export function writeScreen(fact: Fact<ShownFact>): Entry<'user-screen'> {
  const { user, screen, code, lines } = shown(fact.body);
  const text = lines.map((line) => line.text ?? NO_PUBLISHED_TEXT).join('\n');
  return {
    log: 'user-screen',
    host: fact.host,
    at: fact.at,
    session: fact.session,
    record: code === undefined ? { user, screen, text } : { user, screen, code, text },
    provenance: lines.map((string, index) => ({ part: `line ${index + 1}`, string })),
  };
}

function shown(body: ShownFact): Shown {
  switch (body.kind) {
    case 'screen-shown':
      return entraPage(body);
    case 'sign-in-page-shown':
      return signInPage(body);
    case 'helpdesk-page-opened':
      // The page is the tenant's own; where it leads is all that is known of it.
      return { user: body.user, screen: 'helpdeskPage', lines: [sourced('doc', HELPDESK, body.url)] };
    case 'domain-sign-in-refused':
      return windowsMessage(body);
  }
}

const HELPDESK =
  'MicrosoftDocs/entra-docs: docs/identity/authentication/howto-sspr-customization.md; the address is of the world';

type Shown = Screen & Pick<ScreenRecord, 'user' | 'screen'>;

function signInPage({ user, refusedFor }: SignInPageShown): Shown {
  if (refusedFor === 'federation') return { user, screen: 'cloudSignIn', lines: [FEDERATION_REFUSES] };
  const { errorCode, page } = SIGN_IN_ERRORS[refusedFor];
  return { user, screen: 'cloudSignIn', code: `AADSTS${errorCode}`, lines: [page] };
}

function entraPage({ user, screen, profile }: ScreenShown): Shown {
  return { user, screen, ...screenIn(profile, screen) };
}

function windowsMessage({ target, refusedBy }: DomainSignInRefused): Shown {
  return {
    user: `${target.domain}\\${target.name}`,
    screen: 'windowsSignIn',
    lines: [SIGN_IN_ANSWERS[refusedBy].text],
  };
}
