import { FAILURE_MODES } from '../failure-modes/catalogue.js';
import type { FailureMode } from '../failure-modes/failure-mode.js';
import { playArrangement } from '../failure-modes/play-arrangement.js';
import type { Verdict } from '../failure-modes/verdict.js';
import { LOGS, type Entry, type LogName } from '../records/entry.js';
import { renderRecords } from '../records/log-writer.js';
import { createSimulation } from '../simulation/simulation.js';
import { summary } from './describe-record.js';
import type { Story } from './play.js';

/** What a cause leaves behind, where it is the only thing wrong. */
export interface Evidence {
  /** None for a reset in which nothing is wrong. */
  readonly mode: FailureMode | undefined;
  readonly verdict: Verdict | undefined;
  readonly entries: readonly Entry[];
}

/** The evidence of every cause in the catalogue, from its own arrangement, and of a healthy reset. */
export function allEvidence(): readonly Evidence[] {
  const healthy = createSimulation();
  healthy.reset({ user: 'MyUser', newPassword: 'W=*B2!qmv_$PkbV4dJr' });
  const all: Evidence[] = [
    { mode: undefined, verdict: undefined, entries: renderRecords(healthy.facts, healthy.ids) },
  ];
  for (const mode of FAILURE_MODES) {
    const { simulation, verdict } = playArrangement(mode.arrange());
    all.push({ mode, verdict, entries: renderRecords(simulation.facts, simulation.ids) });
  }
  return all;
}

/** What each step of a story leaves, under the cause that it ends with. */
export function evidenceIn({ scenes }: Story): readonly Evidence[] {
  return scenes.map(({ verdict, entries }) => ({
    mode: FAILURE_MODES.find(({ id }) => id === verdict?.cause),
    verdict,
    entries,
  }));
}

/** The first evidence of each cause. */
export function oneForEachCause(evidence: readonly Evidence[]): readonly Evidence[] {
  const first = new Map<FailureMode | undefined, Evidence>();
  for (const one of evidence) if (!first.has(one.mode)) first.set(one.mode, one);
  return [...first.values()];
}

/** A log whose records differ between causes, with the causes that each look of it leaves in question. */
export interface Check {
  readonly log: LogName;
  readonly groups: ReadonlyMap<string, readonly Evidence[]>;
}

/** The one log that tells most of some causes apart; none if no log tells any of them from another. */
export function tellingCheck(causes: readonly Evidence[]): Check | undefined {
  let best: Check | undefined;
  for (const log of LOGS) {
    const groups = new Map<string, Evidence[]>();
    for (const evidence of causes) {
      const look = lookOf(log, evidence.entries);
      groups.set(look, [...(groups.get(look) ?? []), evidence]);
    }
    if (groups.size > (best?.groups.size ?? 1)) best = { log, groups };
  }
  return best;
}

/** What somebody who reads a log would notice of it. */
function lookOf(log: LogName, entries: readonly Entry[]): string {
  const own = entries.filter((entry) => entry.log === log);
  if (log === 'user-screen') return own.at(-1)?.log === log ? screenLine(own.at(-1)) : 'nothing';
  // What every attempt leaves tells nothing; a row's last words do.
  const lines = log === 'entra-audit' ? own.slice(-2).map(summary) : own.map(shortly);
  return lines.length === 0
    ? 'nothing'
    : lines.join(', ').replaceAll('Self-service password reset flow activity progress', 'flow');
}

function screenLine(entry: Entry | undefined): string {
  return entry === undefined ? 'nothing' : summary(entry).replaceAll(/\s+/g, ' ');
}

function shortly(entry: Entry): string {
  if (!('message' in entry.record)) return summary(entry);
  const { id, keywords, message } = entry.record;
  const [code = ''] = /\bhr=[0-9A-Fa-fx]+|\b0x[0-9a-f]{2,8}\b/.exec(message) ?? [];
  const said = keywords.name === 'Audit Failure' ? 'Audit Failure' : code;
  return said === '' || (entry.log === 'dc-security' && said !== 'Audit Failure')
    ? String(id)
    : `${id} (${said})`;
}
