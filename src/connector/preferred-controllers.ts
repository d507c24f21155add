import type { Instant } from '../kernel/instant.js';

/** The list "Only use preferred domain controllers", names as they were typed in; [] is any. */
export interface PreferredControllers {
  readonly names: readonly string[];
  /** When it was typed in; undefined for what has stood there from the beginning. */
  readonly since: Instant | undefined;
  /** What stood there before. */
  readonly before: readonly string[];
}

interface Server {
  readonly preferredControllers: PreferredControllers;
  readonly service: { readonly since: Instant };
}

/**
 * The names that the running service goes by: it reads the list when it starts.
 *
 * Source: MicrosoftDocs/SupportArticles-docs: password-writeback-general-troubleshooting-steps.md, which has ADSync
 * restarted after a change of the list.
 */
export function preferredInUse({ preferredControllers, service }: Server): readonly string[] {
  const { names, since, before } = preferredControllers;
  return since === undefined || service.since > since ? names : before;
}

/** The list after somebody has typed in another one. */
export function typedIn(server: Server, names: readonly string[], now: Instant): PreferredControllers {
  return { names, since: now, before: preferredInUse(server) };
}
