import { words } from './words.mjs';

/**
 * @typedef {import('./words.mjs').Key} Key
 * @typedef {Record<string, string>} Values
 */

/** Set-up's words go to stderr: stdout belongs to the verb. @param {Key} key @param {Values} [values] */
export function say(key, values) {
  process.stderr.write(`${words('progress.line', { said: words(key, values) })}\n`);
}

/**
 * Says what begins and how long it took.
 * @template T
 * @param {Key} key @param {Values} values
 * @param {() => Promise<T>} work
 */
export async function timed(key, values, work) {
  const what = words(key, values);
  say('progress.begins', { what });
  const started = Date.now();
  const result = await work();
  say('progress.done', { what, seconds: ((Date.now() - started) / 1000).toFixed(1) });
  return result;
}
