/**
 * How far a product string can be trusted, best first: the founding article, a real record, documentation or
 * specification, a named author's report, or our own inference.
 */
export type Confidence = 'article' | 'sample' | 'doc' | 'report' | 'inferred';

/** A string that a real product says, with where we know it from. */
export interface Sourced {
  /** The words, with `{placeholders}`; undefined where no source has ever shown them. */
  readonly text: string | undefined;
  readonly confidence: Confidence;
  readonly source: string;
}

/** What stands where a product says something that no source has published. */
export const NO_PUBLISHED_TEXT = '[no published text]';

export function sourced(
  confidence: Confidence,
  source: string,
  text: string,
): Sourced & { readonly text: string } {
  return { text, confidence, source };
}

/** The article that the project began with: its words outrank every other source. */
export const FOUNDING_ARTICLE = 'the founding article, "Password Writeback in Azure AD Connect (2023)"';

/** Words that stand in the founding article. */
export function article(text: string): Sourced & { readonly text: string } {
  return sourced('article', FOUNDING_ARTICLE, text);
}

/** For what is known to be said while its words are not. */
export function unpublished(source: string): Sourced {
  return { text: undefined, confidence: 'inferred', source };
}

/** Replaces each `{name}`; a name without a value is our bug, so it stays visible. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replaceAll(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(values, name) ? String(values[name]) : whole,
  );
}
