/**
 * Does work of Vite's under a NODE_ENV of its own. Vite builds what that variable says, whatever the mode, and sets it for
 * the whole process where it is unset: what ran before would decide whether the page is one for developers.
 * @template T
 * @param {'production' | 'development'} value @param {() => Promise<T>} work
 */
export async function withNodeEnv(value, work) {
  const before = process.env.NODE_ENV;
  process.env.NODE_ENV = value;
  try {
    return await work();
  } finally {
    if (before === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = before;
  }
}
