import type { Fact } from '../kernel/fact.js';
import type { ScreenShown } from '../tenant/facts.js';
import { screenIn, type ScreenName } from '../tenant/screens.js';
import type { Entry } from './entry.js';

/** A page as the person read it. */
export interface ScreenRecord {
  readonly user: string;
  readonly screen: ScreenName;
  /** The documented number, such as SSPR_0029, where the page stands for one. */
  readonly code?: string;
  readonly text: string;
}

export function writeScreen(fact: Fact<ScreenShown>): Entry<'user-screen'> {
  const { user, screen: name, profile } = fact.body;
  const { code, lines } = screenIn(profile, name);
  const text = lines.map((line) => line.text).join('\n');
  return {
    log: 'user-screen',
    host: fact.host,
    at: fact.at,
    session: fact.session,
    record: code === undefined ? { user, screen: name, text } : { user, screen: name, code, text },
    provenance: lines.map((string, index) => ({ part: `line ${index + 1}`, string })),
  };
}
