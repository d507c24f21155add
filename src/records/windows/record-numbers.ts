import type { Ids } from '../../kernel/ids.js';

/** Numbers the records of each log on each machine: from some number on, without gaps. */
export class RecordNumbers {
  readonly #ids: Ids;
  readonly #last = new Map<string, number>();

  constructor(ids: Ids) {
    this.#ids = ids;
  }

  next(channel: string, host: string): number {
    return this.skip(channel, host, 1);
  }

  /** Counts records that are not shown, and gives the last one's number. */
  skip(channel: string, host: string, records: number): number {
    const log = `${channel}@${host}`;
    const number = (this.#last.get(log) ?? this.#ids.integer('record-number', log, 10_000, 99_999)) + records;
    this.#last.set(log, number);
    return number;
  }
}
