const tails = new Map<string, Promise<unknown>>();

/** Runs tasks of the same key one after the other, in the order of the calls; a failed one does not hold up the next. */
export function serially<T>(key: string, task: () => Promise<T>): Promise<T> {
  const before = tails.get(key) ?? Promise.resolve();
  const mine = before.then(task, task);
  const tail = mine
    .catch(() => {})
    .finally(() => {
      if (tails.get(key) === tail) tails.delete(key);
    });
  tails.set(key, tail);
  return mine;
}
