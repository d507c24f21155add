import { expect, it } from 'vitest';
import { evaluateBannedPassword } from '../../src/banned-passwords/evaluate.js';
import { termList } from '../../src/banned-passwords/term-list.js';
import { Ids } from '../../src/kernel/ids.js';

const ids = new Ids('banned terms');
const letters = 'etaoinshrdlu';
const word = (index: number): string =>
  Array.from({ length: ids.integer('length', `${index}`, 4, 16) }, (_, at) =>
    letters.charAt(ids.integer('letter', `${index}/${at}`, 0, letters.length - 1)),
  ).join('');

const words = Array.from({ length: 1000 }, (_, index) => word(index));
/** As administrators write lists: one name, and what is put behind it. */
const variants = words.map((one) => `contoso${one}`.slice(0, 16));
const PASSWORDS = ['W=*B2!qmv_$PkbV4dJr', 'Contoso-London-2023', 'tiresome-Notions-99'];
const COUNT = 5000;

let sink = 0;
function arithmetic(): void {
  for (let index = 0; index < 10_000_000; index++) sink = Math.imul(sink ^ index, 0x9e3779b1);
}

function time(task: () => void): number {
  const begin = process.hrtime.bigint();
  task();
  return Number(process.hrtime.bigint() - begin);
}

/** 15,000 evaluations against ten million multiplications, when this was written. */
const USUAL = 2;

it.each([
  ['words', words],
  ['variants of one name', variants],
])('evaluates against a thousand %s as fast as it did, within a factor of ten', (_, terms) => {
  const list = termList({ microsoft: [], tenant: terms });
  const evaluateAll = (): void => {
    for (const password of PASSWORDS) {
      for (let index = 0; index < COUNT; index++)
        sink += evaluateBannedPassword(password, list, []).points ?? 0;
    }
  };
  evaluateAll();
  const ratios = Array.from({ length: 5 }, () => time(evaluateAll) / time(arithmetic));
  expect(ratios.toSorted((a, b) => a - b)[2]).toBeLessThan(USUAL * 10);
});
