import { Unavailable } from './places.mjs';

/** @param {string} text */
const say = (text) => process.stderr.write(`${text}\n`);

/**
 * Makes one check after the other and says what each found; the exit code is 1 when one fails. What this machine cannot do
 * is skipped by name.
 * @param {string} system
 * @param {() => AsyncGenerator<[name: string, found: unknown]>} checks
 */
export async function runChecks(system, checks) {
  let begun = Date.now();
  try {
    for await (const [name, found] of checks()) {
      say(`${system}: ${name}: ${JSON.stringify(found)} (${((Date.now() - begun) / 1000).toFixed(1)} s)`);
      begun = Date.now();
    }
  } catch (error) {
    if (error instanceof Unavailable) return say(`${system}: skipped: ${error.message}`);
    say(`${system}: failed: ${error instanceof Error ? error.stack : error}`);
    process.exitCode = 1;
  }
}
