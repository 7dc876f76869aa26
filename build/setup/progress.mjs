/** Set-up's words go to stderr: stdout belongs to the verb. @param {string} text */
export function say(text) {
  process.stderr.write(`Set-up: ${text}\n`);
}

/**
 * Says what begins and how long it took.
 * @template T
 * @param {string} what
 * @param {() => Promise<T>} work
 */
export async function timed(what, work) {
  say(`${what} …`);
  const started = Date.now();
  const result = await work();
  say(`${what}: done in ${((Date.now() - started) / 1000).toFixed(1)} s`);
  return result;
}
