/** Shorter runs are over before anybody could read it. */
const WORTH_SHOWING = 200;

/** How far a long run has come, on a terminal alone. */
export function progress(done: string, all: number): { at(count: number): void; done(): void } {
  const { stderr } = process;
  if (all < WORTH_SHOWING || (stderr.isTTY as boolean | undefined) !== true) {
    return { at: () => undefined, done: () => undefined };
  }
  const step = Math.ceil(all / 100);
  return {
    at: (count) => {
      if (count % step === 0) stderr.write(`\r${count} of ${all} ${done}`);
    },
    done: () => stderr.write('\r\u001b[K'),
  };
}
