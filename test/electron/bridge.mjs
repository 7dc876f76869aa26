import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { drop } from '../tools/drop-file.mjs';

const TEXT = 'The fox saw the crow . The crow held the cheese . The fox praised the crow . The crow sang . ';
/** Looks at the studio's state, five a second. */
const PATIENCE = 600;

/** The page's own way to the studio, used from outside. @param {import('playwright-core').Page} page */
export async function openBridge(page) {
  await page.waitForSelector('nav', { timeout: 30_000 });
  /** @param {string} name @param {object} input @returns {Promise<any>} */
  const request = async (name, input) =>
    JSON.parse(
      await page.evaluate(([verb, given]) => /** @type {any} */ (window).aesop.request(verb, given), [name, input]),
    );
  /** @param {string} name @param {object} input */
  const ask = async (name, input) => {
    const result = await request(name, input);
    assert.ok(result.ok, `${name}: ${JSON.stringify(result.error)}`);
    return result.output;
  };
  /** @param {string} what @param {(state: any) => any} found */
  const until = async (what, found) => {
    for (let left = PATIENCE; left > 0; left--) {
      const value = found(await ask('studio.state', {}));
      if (value) return value;
      await wait(200);
    }
    assert.fail(`${what} did not come`);
  };
  /** @param {string} id */
  const run = async (id) => {
    const { runs } = await ask('studio.state', {});
    return runs.find((/** @type {{ id: string }} */ one) => one.id === id);
  };
  return { request, ask, until, run };
}

/** @typedef {Awaited<ReturnType<typeof openBridge>>} Bridge */

/**
 * Drops a text on the window.
 * @param {import('./harness.mjs').Harness} harness @param {Bridge} bridge
 * @param {string} called @param {string} text @param {number} times that it stands in the file
 * @returns its corpus
 */
export async function dropText({ page, folder }, { until }, called, text, times) {
  const path = join(folder, `${called}.txt`);
  writeFileSync(path, text.repeat(times));
  await drop(page, path);
  return until('the dropped text', (state) =>
    state.corpora.find((/** @type {{ name: string }} */ { name }) => name === called),
  );
}

/** Drops a small one. @param {import('./harness.mjs').Harness} harness @param {Bridge} bridge @returns its corpus */
export const dropFox = (harness, bridge) => dropText(harness, bridge, 'fox', TEXT, 12);

/**
 * Starts a training that would take hours.
 * @param {import('./harness.mjs').Harness} harness @param {Bridge} bridge @param {number} checkpointEvery steps
 * @returns its run, past step 60
 */
export async function startLongRun(harness, bridge, checkpointEvery) {
  const corpus = await dropFox(harness, bridge);
  const hyperparameters = { steps: 1_000_000, reportEvery: 10, checkpointEvery };
  const { id } = await bridge.ask('runs.start', { corpus: corpus.id, hyperparameters });
  return bridge.until('a training under way', (state) =>
    state.runs.find(
      (/** @type {{ id: string, step: number, status: string }} */ one) =>
        one.id === id && one.status === 'running' && one.step >= 60,
    ),
  );
}
