const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Thrown where a person asked for the end: nothing is wrong, but what was asked for is not done. */
export class Interrupted extends Error {
  /** whether a person knows already what came of it */
  readonly told: boolean;

  constructor({ told = false } = {}) {
    super('interrupted');
    this.told = told;
  }
}

/** What Ctrl-C does: once, it asks whoever listens to finish; a second time, or where nobody listens, it ends all. */
export interface Interruptions {
  /** @returns takes the listener away again */
  on(listener: () => void): () => void;
  /** how often a person asked for the end */
  readonly count: number;
  /** as Ctrl-C would: also for a reader that went away */
  interrupt(): void;
  /** what ends all */
  set onAbort(abort: () => void);
  close(): void;
}

/** Listens to the signals that ask a program to end. */
export function interruptions(): Interruptions {
  const listeners = new Set<() => void>();
  let count = 0;
  let abort = () => {};
  const interrupt = () => {
    count++;
    if (count > 1 || listeners.size === 0) abort();
    else for (const listener of listeners) listener();
  };
  for (const signal of SIGNALS) process.on(signal, interrupt);
  return {
    on(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    get count() {
      return count;
    },
    interrupt,
    set onAbort(then: () => void) {
      abort = then;
    },
    close() {
      for (const signal of SIGNALS) process.off(signal, interrupt);
    },
  };
}
