import { LOGS, type Entry, type LogName } from '../records/entry.js';
import { plainRecord } from '../records/plain-record.js';
import { didYouMean } from '../world/schema-problem.js';
import { allEvidence, oneForEachCause, tellingCheck, type Check, type Evidence } from './evidence.js';
import { wordsOf } from './match-record.js';

/** What somebody arrived with, and what can be behind it. */
export interface LookUp {
  readonly query: string;
  /** Where it is found, and in what words. */
  readonly found: readonly { readonly log: LogName | 'catalogue'; readonly says: string }[];
  readonly causes: readonly Evidence[];
  /** Whether it is also seen where nothing is wrong. */
  readonly healthy: boolean;
  /** The one log that tells the causes apart best. */
  readonly check: Check | undefined;
  /** What may have been meant, if nothing is found. */
  readonly hint: string | undefined;
}

/**
 * Finds what can cause a record or a part of it: an event id, an hr or LDAP code, an SSPR code, a reason, a piece of a
 * text, or a word of the catalogue. What no cause leaves by itself is looked for in other stories, if there are any.
 */
export function lookUp(query: string, otherStories: () => readonly Evidence[] = () => []): LookUp {
  const byThemselves = allEvidence();
  const found = lookIn(byThemselves, query);
  if (found.causes.length > 0 || found.healthy) return found;
  const inStories = lookIn(otherStories(), query);
  return inStories.causes.length > 0 || inStories.healthy
    ? inStories
    : { ...found, hint: nearest(query, byThemselves) };
}

function lookIn(all: readonly Evidence[], query: string): LookUp {
  const finds = finderOf(query.trim());
  const found = new Map<string, { readonly log: LogName | 'catalogue'; readonly says: string }>();
  const hits = all.filter(({ entries, mode }) => {
    const own = entries.filter((entry) => {
      const says = finds(entry);
      if (says !== undefined && found.size < MOST_FOUND)
        found.set(`${entry.log} ${says}`, { log: entry.log, says });
      return says !== undefined;
    });
    const named = mode !== undefined && inCatalogue(query, [mode.id, mode.title, mode.cause]);
    return own.length > 0 || named;
  });
  const causes = oneForEachCause(hits.filter(({ mode }) => mode !== undefined));
  return {
    query,
    found: [...found.values()].toSorted(
      (a, b) => LOGS.indexOf(a.log as LogName) - LOGS.indexOf(b.log as LogName),
    ),
    causes,
    healthy: hits.some(({ mode }) => mode === undefined),
    check: tellingCheck(causes),
    hint: undefined,
  };
}

const MOST_FOUND = 8;

type Finder = (entry: Entry) => string | undefined;

/** How a query is looked for in a record: a number as an id or a code, anything else as words. */
function finderOf(query: string): Finder {
  if (/^\d{3,5}$/.test(query)) {
    return (entry) => {
      const { EventID } = plainRecord(entry);
      if (EventID === Number(query)) return `event ${query}`;
      return wordIn(query, textsOf(entry));
    };
  }
  const code = /^(?:hr=?\s*)?(?:0x)?([0-9a-f]{3,8})$/i.exec(query)?.[1];
  if (code !== undefined && /\d/.test(code))
    return (entry) => wordIn(code.replace(/^0+/, ''), textsOf(entry));
  const words = flat(query).toLowerCase();
  return (entry) => {
    const hit = textsOf(entry).find((text) => flat(text).toLowerCase().includes(words));
    return words === '' ? undefined : hit && around(flat(hit), words);
  };
}

/** A code as a whole, however many noughts or which sign stand before it. */
function wordIn(word: string, texts: readonly string[]): string | undefined {
  const expression = new RegExp(`(?<![0-9a-f-])(?:0x)?0*${word}(?![0-9a-f-])`, 'i');
  const hit = texts.find((text) => expression.test(text));
  return hit && around(flat(hit), word.toLowerCase());
}

function textsOf(entry: Entry): readonly string[] {
  const { record } = entry;
  const more =
    'message' in record
      ? [record.message]
      : 'status' in record
        ? [String(record.status.errorCode), record.status.failureReason]
        : [];
  return [...wordsOf(plainRecord(entry)), ...more].filter((text) => text !== '');
}

const ROOM = 90;

/** The words around what is found. */
function around(text: string, words: string): string {
  const at = Math.max(0, text.toLowerCase().indexOf(words));
  const from = text.length <= ROOM ? 0 : Math.max(0, Math.min(at - 20, text.length - ROOM));
  const part = text.slice(from, from + ROOM);
  return `${from > 0 ? '…' : ''}${part}${from + ROOM < text.length ? '…' : ''}`;
}

function flat(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

function inCatalogue(query: string, words: readonly string[]): boolean {
  const wanted = flat(query).toLowerCase();
  return wanted.length > 3 && words.some((one) => one.toLowerCase().includes(wanted));
}

function nearest(query: string, all: readonly Evidence[]): string | undefined {
  const known = new Set<string>();
  for (const { entries, mode } of all) {
    if (mode !== undefined) known.add(mode.id);
    for (const entry of entries) {
      const record = plainRecord(entry);
      for (const word of [record['EventID'], record['resultReason'], record['code']]) {
        if (typeof word === 'number' || (typeof word === 'string' && word !== '')) known.add(String(word));
      }
    }
  }
  return didYouMean(query, [...known]);
}
