import type { Chatter as Report, ChatterBegan, ChatterEnded } from '../../connector/facts.js';
import type { Fact } from '../../kernel/fact.js';
import type { Duration } from '../../kernel/duration.js';
import type { Instant } from '../../kernel/instant.js';
import type { Entry } from '../entry.js';
import type { WritingContext } from '../writing-context.js';
import { onItsOwnClock } from './own-clock.js';
import { CHANNEL, writeApplicationEvent } from './application-log.js';

interface Going {
  readonly began: Fact<ChatterBegan>;
  /** How many times it has come so far. */
  times: number;
}

/**
 * The records that a machine writes every few minutes on its own. They cost nothing until somebody looks: then those
 * that have fallen due are counted, so that record numbers are the same whether they are shown or not.
 */
export class Chatter {
  readonly #context: WritingContext;
  readonly #shown: boolean;
  readonly #skews = new Map<string, Duration | undefined>();
  readonly #going = new Map<string, Going>();

  constructor(context: WritingContext, shown: boolean) {
    this.#context = context;
    this.#shown = shown;
  }

  begin(began: Fact<ChatterBegan>): void {
    this.setClock(began);
    this.#going.set(keyOf(began.host, began.body.report), { began, times: 0 });
  }

  end({ host, body }: Fact<ChatterEnded>): void {
    this.#going.delete(keyOf(host, body.report));
  }

  /** From here on the records of that machine have the time by this clock. */
  setClock({ host, skew }: Pick<Fact, 'host' | 'skew'>): void {
    this.#skews.set(host, skew);
  }

  /** What has fallen due by an instant and has not been written yet; nothing where it is not shown. */
  until(instant: Instant): readonly Entry[] {
    const entries: Entry[] = [];
    for (;;) {
      let next: Going | undefined;
      for (const going of this.#going.values()) {
        if (this.#shown) {
          if (next === undefined || dueAt(going) < dueAt(next)) next = going;
        } else {
          this.#skip(going, instant);
        }
      }
      if (next === undefined || dueAt(next) > instant) return entries;
      this.#write(next, entries);
    }
  }

  #skip(going: Going, instant: Instant): void {
    const { first, every, relays } = going.began.body;
    if (instant < first) return;
    const due = Math.floor((instant - first) / every) + 1;
    this.#context.numbers.skip(CHANNEL, going.began.host, (due - going.times) * Math.max(relays.length, 1));
    going.times = due;
  }

  #write(going: Going, entries: Entry[]): void {
    const { began } = going;
    const { report: event, syncAccount, relays } = began.body;
    const at = dueAt(going);
    const stream = `${began.host}/${event}/${began.nth}`;
    for (const [index, relay] of (relays.length === 0 ? [undefined] : relays).entries()) {
      const nth = going.times * Math.max(relays.length, 1) + index;
      const body = { kind: 'service-reported', event, syncAccount } as const;
      const told = relay === undefined ? body : { ...body, relay };
      const entry = writeApplicationEvent({ ...began, at, stream, nth, body: told }, this.#context);
      entries.push(...onItsOwnClock([entry], this.#skews.get(began.host)));
    }
    going.times++;
  }
}

function keyOf(host: string, report: Report): string {
  return `${report}@${host}`;
}

function dueAt({ began: { body }, times }: Going): Instant {
  return body.first + times * body.every;
}
