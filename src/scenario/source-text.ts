import {
  isMap,
  isPair,
  isScalar,
  LineCounter,
  parseDocument,
  visit,
  type Document,
  type ParsedNode,
} from 'yaml';
import { isPasswordKey } from '../world/password-keys.js';
import { SimulatorError, type Position, type Problem } from '../kernel/error.js';

const KEY = /([\w-]+)["']?\s*:/g;

/** How often a file may refer to its own anchors before it is taken for a bomb. */
const MOST_ALIASES = 100;

/** Deeper than any ticket, shallower than what overflows a stack. */
const MOST_NESTED = 64;

/** Where something stands in a document: keys, and places in lists counted from 0. */
export type Path = readonly (string | number)[];

/** A YAML text that remembers where everything in it stands. */
export class SourceText {
  readonly file: string;
  readonly text: string;
  readonly #document: Document.Parsed;
  readonly #lines = new LineCounter();

  /** @throws SimulatorError `bad-yaml`, one problem for each error */
  constructor(file: string, text: string) {
    this.file = file;
    this.text = text;
    this.#document = this.#parse(text);
    // Only the first: what follows a broken line is mostly its echo. An unknown tag would silently empty a text.
    const [error] = [...this.#document.errors, ...this.#document.warnings];
    const problems = (error === undefined ? [] : [error]).map(({ message, pos: [from, to] }) =>
      this.#problem('bad-yaml', firstLine(message), from, to),
    );
    if (problems.some(({ message }) => message.startsWith('maximum call stack'))) throw this.#tooDeep();
    throwAny([...problems, ...this.#forbiddenKeys(), ...this.#cutPasswords()]);
  }

  /** A problem with its place in this text, shown in a frame. */
  framed(problem: Problem, position: Position): Problem {
    return { ...problem, position, frame: this.frame(position) };
  }

  /** The plain value. @throws SimulatorError `bad-yaml` if aliases multiply it beyond reason */
  value(): unknown {
    try {
      return this.#document.toJS({ maxAliasCount: MOST_ALIASES });
    } catch (error) {
      if (error instanceof RangeError) throw this.#tooDeep();
      if (!(error instanceof ReferenceError)) throw error;
      if (error.message.startsWith('Unresolved alias')) throw this.#unresolvedAlias();
      throw new SimulatorError({
        code: 'bad-yaml',
        message: 'the file refers to its anchors too often',
        hint: 'write the values out',
        file: this.file,
      });
    }
  }

  /** Where a value stands, or its key if `ofKey`; the nearest thing around it if it does not stand anywhere. */
  position(path: Path, ofKey = false): Position {
    for (let length = path.length; length > 0; length--) {
      const node = this.#nodeAt(path.slice(0, length), ofKey && length === path.length);
      if (node?.range) return this.#positionAt(node.range[0], node.range[1]);
    }
    const start = this.#document.contents?.range?.[0] ?? 0;
    return this.#positionAt(start, start + 1);
  }

  /** From where to where a value stands in the text; none if it does not stand there. */
  range(path: Path): readonly [from: number, to: number] | undefined {
    const range = this.#nodeAt(path, false)?.range;
    return range ? [range[0], range[1]] : undefined;
  }

  /** How many steps of a path lead to something that stands in this text. */
  depth(path: Path): number {
    let length = path.length;
    while (length > 0 && this.#nodeAt(path.slice(0, length), false) === undefined) length--;
    return length;
  }

  /** The lines around a position with a caret under it, passwords masked. */
  frame({ line, column, length = 1 }: Position): string {
    const lines = this.text.split(/\r\n|\r|\n/);
    const masked = this.#linesWithPasswords();
    const from = Math.max(1, line - 2);
    const to = Math.min(lines.length, line + 1);
    const width = String(to).length;
    const shown: string[] = [];
    for (let number = from; number <= to; number++) {
      // Of a long line, the part around the place.
      const long = (lines[line - 1] ?? '').length > MOST_COLUMNS;
      const cut = long && number === line ? Math.max(0, column - MOST_COLUMNS / 2) : 0;
      const text = printable(lines[number - 1] ?? '', masked.has(number), cut);
      shown.push(`${number === line ? '>' : ' '} ${String(number).padStart(width)} | ${text}`.trimEnd());
      if (number !== line) continue;
      const room = Math.max(1, Math.min(length, text.length - (column - cut) + 1, 60));
      shown.push(`  ${' '.repeat(width)} | ${' '.repeat(column - cut - 1)}${'^'.repeat(room)}`);
    }
    return shown.join('\n');
  }

  #parse(text: string): Document.Parsed {
    try {
      return parseDocument(text, { lineCounter: this.#lines, prettyErrors: false, version: '1.2' });
    } catch (error) {
      throw error instanceof RangeError ? this.#tooDeep() : error;
    }
  }

  #unresolvedAlias(): SimulatorError {
    const anchors = new Set<string>();
    let problem: Problem = { code: 'bad-yaml', message: 'unresolved alias', file: this.file };
    visit(this.#document, {
      Node: (_, node) => {
        if ('anchor' in node && typeof node.anchor === 'string') anchors.add(node.anchor);
      },
      Alias: (_, { source, range }) => {
        if (anchors.has(source)) return undefined;
        const [from, to] = range ?? [0, 1];
        problem = this.#problem('bad-yaml', 'unresolved alias', from, to);
        return visit.BREAK;
      },
    });
    return new SimulatorError(problem);
  }

  #tooDeep(): SimulatorError {
    const hint = `a scenario nests at most ${MOST_NESTED} levels`;
    return new SimulatorError({
      code: 'too-deep',
      message: 'the file is nested too deeply',
      hint,
      file: this.file,
    });
  }

  #problem(code: string, message: string, from: number, to: number): Problem {
    const hint = HINTS.find(([words]) => message.includes(words))?.[1];
    const problem = hint === undefined ? { code, message } : { code, message, hint };
    return this.framed(problem, this.#positionAt(from, to));
  }

  #nodeAt(path: Path, ofKey: boolean): ParsedNode | undefined {
    const parent = path.length > 1 ? this.#document.getIn(path.slice(0, -1), true) : this.#document.contents;
    const last = path.at(-1);
    if (isMap(parent)) {
      const pair = parent.items.find(({ key }) => isScalar(key) && key.value === last);
      if (pair === undefined) return undefined;
      return (ofKey || pair.value === null ? pair.key : pair.value) as ParsedNode;
    }
    const node = this.#document.getIn(path, true);
    return node === undefined || node === null ? undefined : (node as ParsedNode);
  }

  #positionAt(from: number, to: number): Position {
    const { line, col } = this.#lines.linePos(from);
    const end = this.text.indexOf('\n', from);
    const length = Math.max(1, Math.min(to, end < 0 ? this.text.length : end) - from);
    return { file: this.file, line: Math.max(line, 1), column: Math.max(col, 1), length };
  }

  /** Keys that would reach into an object's prototype. */
  #forbiddenKeys(): Problem[] {
    const problems: Problem[] = [];
    visit(this.#document, {
      Node: (_, _node, path) => {
        if (path.length > MOST_NESTED * 2) throw this.#tooDeep();
      },
      Pair: (_, { key }) => {
        if (!isScalar(key) || !['__proto__', 'constructor', 'prototype'].includes(String(key.value))) return;
        const [from, to] = key.range ?? [0, 1];
        problems.push(this.#problem('forbidden-key', `"${String(key.value)}" cannot be a key`, from, to));
      },
    });
    return problems;
  }

  /** YAML takes what follows a blank and # for a comment: seldom what is meant in a password. */
  #cutPasswords(): Problem[] {
    const problems: Problem[] = [];
    if (!/\s#/.test(this.text)) return problems;
    visit(this.#document, {
      Pair: (_, { key, value }) => {
        if (!isScalar(key) || !isPasswordKey(String(key.value)) || !isScalar(value)) return;
        if (value.type !== 'PLAIN' || typeof value.comment !== 'string') return;
        const [from, to] = value.range ?? [0, 1];
        const problem = this.#problem('cut-password', 'the password is cut at " #"', from, to);
        problems.push({ ...problem, hint: 'put quotes around it; move a comment to a line of its own' });
      },
    });
    return problems;
  }

  #linesWithPasswords(): ReadonlySet<number> {
    const found = new Set<number>();
    visit(this.#document, {
      Pair: (_, pair) => {
        if (!isPair(pair) || !isScalar(pair.key) || !isPasswordKey(String(pair.key.value))) return;
        const range = (pair.value as ParsedNode | null)?.range;
        if (!range) return;
        const { line: first } = this.#lines.linePos(range[0]);
        const { line: last } = this.#lines.linePos(Math.max(range[0], range[1] - 1));
        for (let line = first; line <= last; line++) found.add(line);
      },
    });
    return found;
  }
}

/** What to do about YAML's own complaints, for people who do not think in YAML's terms. */
const HINTS: readonly (readonly [words: string, hint: string])[] = [
  ['nested mappings are not allowed', 'a text with ": " in it needs quotes around it'],
  ['abs are not allowed as indentation', 'indent with blanks'],
  ['keys must be unique', 'write the key once'],
  ['unresolved alias', 'a text that begins with * needs quotes around it'],
  ['nresolved tag', 'a text that begins with ! needs quotes around it'],
  ['lock collections are not allowed within flow', 'a text with ": " in it needs quotes around it'],
  ['lain value cannot start with', 'a text that begins with a sign needs quotes around it'],
  ['mplicit keys need to be on a single line', 'is a colon or a quote missing?'],
  ['issing closing', 'close the quotes'],
];

const MOST_COLUMNS = 160;

function printable(line: string, hasPassword: boolean, cut: number): string {
  const masked = maskedAfterKey(line) ?? (hasPassword ? line.replace(/\S.*/, MASK) : line);
  const clean = masked.replaceAll(/[\p{Cc}\p{Cs}]/gu, (character) => (character === '\t' ? '→' : '·'));
  if (clean.length <= MOST_COLUMNS) return clean;
  const part = clean.slice(cut, cut + MOST_COLUMNS);
  return `${cut > 0 ? '…' : ''}${part.slice(cut > 0 ? 1 : 0)}${cut + MOST_COLUMNS < clean.length ? '…' : ''}`;
}

const MASK = '••••••••';

/** The line up to its first key for a password. */
function maskedAfterKey(line: string): string | undefined {
  for (const match of line.matchAll(KEY)) {
    if (isPasswordKey(match[1])) return `${line.slice(0, match.index + match[0].length)} ${MASK}`;
  }
  return undefined;
}

function firstLine(message: string): string {
  const line = (message.split('\n')[0] ?? message).replace(/ at line \d+, column \d+:?$/, '');
  return line.charAt(0).toLowerCase() + line.slice(1);
}

function throwAny(problems: readonly Problem[]): void {
  const [first, ...others] = problems;
  if (first !== undefined) throw new SimulatorError(first, ...others.slice(0, 19));
}
