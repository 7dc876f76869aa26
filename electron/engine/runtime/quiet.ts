const METHODS = ['log', 'info', 'warn', 'error', 'debug'] as const;

/**
 * Runs `work` with the console muted: libraries greet and advise there while they load, and stdout belongs to the
 * caller's output.
 */
export async function withoutConsole<T>(work: () => Promise<T> | T): Promise<T> {
  const shared = globalThis.console;
  const originals = METHODS.map((method) => shared[method]);
  for (const method of METHODS) shared[method] = () => {};
  try {
    return await work();
  } finally {
    METHODS.forEach((method, index) => {
      shared[method] = originals[index];
    });
  }
}
