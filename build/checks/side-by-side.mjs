import { availableParallelism } from 'node:os';

/**
 * @typedef {{ ok: boolean, output: string }} Outcome output is shown where it failed
 * @typedef {{ name: string, run: () => Promise<Outcome> }} Check
 */

/** @param {Check} check */
async function whatRunSays({ run }) {
  try {
    return await run();
  } catch (error) {
    return { ok: false, output: String(error) };
  }
}

/**
 * Runs checks in the given order, as many at once as there are processors, all of them even when one fails; the longest
 * one should come first. Says each when it ends, and what failed in it.
 * @param {Check[]} checks
 * @param {{ atOnce?: number, say?: (line: string) => void }} [options]
 * @returns {Promise<number>} how many failed
 */
export async function sideBySide(checks, { atOnce = availableParallelism(), say = console.log } = {}) {
  const waiting = [...checks];
  let failed = 0;
  const lane = async () => {
    for (let check = waiting.shift(); check; check = waiting.shift()) {
      const started = Date.now();
      const { ok, output } = await whatRunSays(check);
      say(`${ok ? 'ok' : 'FAILED'}  ${check.name}  ${((Date.now() - started) / 1000).toFixed(1)} s`);
      if (ok) continue;
      failed += 1;
      say(`${output.trim()}\n`);
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, checks.length) }, lane));
  return failed;
}
