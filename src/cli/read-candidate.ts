import { readFileSync } from 'node:fs';
import { badUsage } from './command.js';

/** Far more than any directory takes. */
const LONGEST = 64 * 1024;

/**
 * Reads a password from standard input: one line if it is a pipe or a file, and a prompt that shows nothing of what
 * is typed if it is a terminal.
 *
 * @throws SimulatorError `bad-usage` if there is none
 */
export function readCandidate(prompt: string): string | Promise<string> {
  return process.stdin.isTTY ? fromTerminal(prompt) : fromPipe();
}

function fromPipe(): string {
  const bytes = readFileSync(process.stdin.fd);
  if (bytes.length === 0) {
    throw badUsage(
      'there is no password on standard input',
      "for example: echo 'Passw0rd' | writeback password",
    );
  }
  if (bytes.length > LONGEST) throw badUsage('standard input is too long for a password', 'give one line');
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw badUsage('standard input is not UTF-8 text', 'give one line of UTF-8');
  }
  const line = text.replace(/\r?\n$/, '');
  if (/[\r\n]/.test(line)) throw badUsage('standard input has more than one line', 'give one password');
  return line;
}

const ENTER = new Set(['\r', '\n', '\u0004']);
const INTERRUPT = '\u0003';
const BACKSPACE = new Set(['\u007f', '\b']);

function fromTerminal(prompt: string): Promise<string> {
  const { stdin, stderr } = process;
  stderr.write(prompt);
  stdin.setRawMode(true);
  stdin.setEncoding('utf8');
  return new Promise((resolve, reject) => {
    let typed: string[] = [];
    const end = (): void => {
      stdin.setRawMode(false);
      stdin.pause();
      stdin.off('data', read);
      stderr.write('\n');
    };
    const read = (chunk: string): void => {
      for (const character of chunk) {
        if (character === INTERRUPT) {
          end();
          reject(badUsage('no password was given', 'it can also come from standard input'));
          return;
        }
        if (ENTER.has(character)) {
          end();
          resolve(typed.join(''));
          return;
        }
        if (BACKSPACE.has(character)) typed = typed.slice(0, -1);
        else typed.push(character);
      }
    };
    stdin.on('data', read);
    stdin.resume();
  });
}
