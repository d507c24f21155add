import { parseDuration, sayDuration } from '../kernel/duration.js';
import { visibleAt } from '../records/visibility.js';
import { brief, describe } from './describe-record.js';
import type { Expectations } from './expectation-schema.js';
import type { Failure, Seen } from './expectations.js';
import { matches } from './match-record.js';
import { nearestRecord } from './nearest-record.js';
import type { Path } from './source-text.js';
import { LOG_SAYS, LOGS_SEEN_BY, VIEW_SAYS } from './views.js';

type Check = Failure | undefined;

/** Whether records of several logs occurred in an order. */
export function checkOrder(order: NonNullable<Expectations['order']>, { entries }: Seen, path: Path): Check {
  const inTime = entries.toSorted((a, b) => a.at - b.at);
  let from = 0;
  for (const [index, { log, record }] of order.entries()) {
    const at = inTime.findIndex(
      (entry, place) => place >= from && entry.log === log && matches(record, entry),
    );
    if (at >= 0) {
      from = at + 1;
      continue;
    }
    const earlier = inTime.some((entry) => entry.log === log && matches(record, entry));
    const own = inTime.filter((entry) => entry.log === log);
    const near = nearestRecord(record, own);
    const found = earlier
      ? 'it, but earlier than what stands before it'
      : near === undefined
        ? 'no records at all'
        : `not that; nearest is ${brief(near)}`;
    return {
      path: [...path, index],
      where: LOG_SAYS[log],
      expected: `${describe(record)}, in this order`,
      found,
    };
  }
  return undefined;
}

/** Whether those who should can see something in time, and those who should not cannot. */
export function checkSight(
  { visible, hidden }: Pick<Expectations, 'visible' | 'hidden'>,
  { from, entries }: Seen,
  path: Path,
): readonly Check[] {
  const checks: Check[] = [];
  for (const [index, { to, record, within }] of (visible ?? []).entries()) {
    const own = entries.filter(({ log }) => LOGS_SEEN_BY[to].includes(log));
    const hit = own.find((entry) => matches(record, entry));
    const late = hit !== undefined && within !== undefined && visibleAt(hit) - from > parseDuration(within);
    if (hit !== undefined && !late) {
      checks.push(undefined);
      continue;
    }
    const near = hit ?? nearestRecord(record, own);
    const expected = `${describe(record)}${within === undefined ? '' : ` within ${within}`}`;
    const found =
      hit !== undefined
        ? `it, but only after ${sayDuration(visibleAt(hit) - from)}`
        : near === undefined
          ? 'nothing to see'
          : `not that; nearest is ${brief(near)}`;
    checks.push({
      path: [...path, 'visible', index],
      where: `what ${VIEW_SAYS[to]} can see`,
      expected,
      found,
    });
  }
  for (const [index, { from: whom, record }] of (hidden ?? []).entries()) {
    const hit = entries.find(
      (entry) => LOGS_SEEN_BY[whom].includes(entry.log) && (record === undefined || matches(record, entry)),
    );
    const expected = record === undefined ? 'nothing' : `no ${describe(record)}`;
    const where = `what ${VIEW_SAYS[whom]} can see`;
    checks.push(hit && { path: [...path, 'hidden', index], where, expected, found: brief(hit) });
  }
  return checks;
}
