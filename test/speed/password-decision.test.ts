import { expect, it } from 'vitest';
import { decidePassword, type PasswordWrite } from '../../src/domain/password-rules.js';
import { resultantPolicy } from '../../src/domain/resultant-policy.js';
import { DEFAULT_POLICY_SWITCHES } from '../../src/domain/policy-switches.js';
import { Candidate } from '../../src/kernel/candidate.js';
import { accountWith, policyWith, writeOf } from '../unit/domain/some-write.js';

const COUNT = 20_000;
const account = accountWith({
  passwordHistory: Array.from({ length: 24 }, (_, index) => new Candidate(`Former-${index}!`).ntHash),
});
const directory = { passwordPolicy: policyWith(), fineGrainedPolicies: [], groups: new Map() };
const texts = Array.from({ length: COUNT }, (_, index) => `Xk7!pqwv-${index}`);

/** A password that every rule looks at and none refuses: the digest, 24 comparisons, categories and names. */
function decideAll(): void {
  for (const text of texts) {
    const { policy } = resultantPolicy(directory, 'jdoe', DEFAULT_POLICY_SWITCHES);
    const write: PasswordWrite = { ...BASE, account, policy, candidate: new Candidate(text) };
    if (!decidePassword(write).allowed) throw new Error('it was to be accepted');
  }
}

const BASE = writeOf();

let sink = 0;
function arithmetic(): void {
  for (let index = 0; index < 10_000_000; index++) sink = Math.imul(sink ^ index, 0x9e3779b1);
}

function time(task: () => void): number {
  const begin = process.hrtime.bigint();
  task();
  return Number(process.hrtime.bigint() - begin);
}

/** 20,000 decisions against ten million multiplications, when this was written. */
const USUAL = 2.5;

it('decides a password as fast as it did, within a factor of ten', () => {
  decideAll();
  const ratios = Array.from({ length: 7 }, () => time(decideAll) / time(arithmetic));
  expect(ratios.toSorted((a, b) => a - b)[3]).toBeLessThan(USUAL * 10);
});
