/** Milliseconds between two messages of progress. */
const TELL_EVERY = 100;

/** Passes on the first value at once and later ones at most every `interval` milliseconds; `flush` passes on the latest. */
export function throttled<T>(pass: (value: T) => void, interval = TELL_EVERY): { take(value: T): void; flush(): void } {
  let waiting: { value: T } | undefined;
  let last = -Infinity;
  const flush = () => {
    if (!waiting) return;
    const { value } = waiting;
    waiting = undefined;
    last = performance.now();
    pass(value);
  };
  return {
    take(value) {
      waiting = { value };
      if (performance.now() - last >= interval) flush();
    },
    flush,
  };
}
