import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { assertGoesOn } from './afterwards.mjs';
import { openBridge, startLongRun } from './bridge.mjs';

const QUIT = 0;
const STAY = 1;
const REACHED = 'quit.json';
const LINE = 'The fox had the last word';

/** @type {Record<string, (electron: typeof import('electron')) => void>} each way out, in the main process */
const WAYS_OUT = {
  'the menu': ({ app }) => app.quit(),
  'the window': ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0].close(),
};

/**
 * Quitting while a run trains asks. “Go on training” does; “Save and quit” ends the app, which the harness does last: what
 * the page has not kept by then is kept.
 * @param {import('./harness.mjs').Harness & { app: import('playwright-core').ElectronApplication }} harness
 */
export async function steps(harness) {
  const { app, folder, log } = harness;
  const bridge = await openBridge(harness.page);
  // None comes by itself: the only checkpoint is the one that quitting writes.
  const run = await startLongRun(harness, bridge, 1_000_000);
  /** @param {number} response */
  const answerWith = (response) =>
    app.evaluate(({ dialog }, chosen) => {
      const known = /** @type {{ asked?: string[] }} */ (globalThis);
      const list = (known.asked ??= []);
      dialog.showMessageBox = async (/** @type {any[]} */ ...args) => {
        list.push(args.at(-1).message);
        return { response: chosen, checkboxChecked: false };
      };
    }, response);
  const questions = () => app.evaluate(() => /** @type {{ asked?: string[] }} */ (globalThis).asked ?? []);

  await answerWith(STAY);
  for (const [way, leave] of Object.entries(WAYS_OUT)) {
    const { length: before } = await questions();
    await app.evaluate(leave);
    const { step } = await bridge.run(run.id);
    const later = await bridge.until(`a training that goes on after ${way}`, (state) =>
      state.runs.find((/** @type {{ id: string, step: number }} */ one) => one.id === run.id && one.step > step + 10),
    );
    assert.equal(later.status, 'running', way);
    const asked = await questions();
    assert.equal(asked.length, before + 1, `${way} asks once`);
    assert.ok(asked.at(-1)?.includes(run.name), asked.at(-1));
    assert.equal(app.windows().length, 1);
  }

  const { step } = await bridge.run(run.id);
  log(`stayed twice, at step ${step}`);
  writeFileSync(join(folder, REACHED), JSON.stringify({ run: run.id, least: step }));
  // as a room sends what was written in it and not kept by then
  await harness.page.evaluate((prompt) => {
    const { aesop } = /** @type {any} */ (window);
    addEventListener('pagehide', () => aesop.request('stories.draft', { prompt, written: true, sampling: {} }));
  }, LINE);
  await answerWith(QUIT);
}

/** @param {string} folder */
export function verify(folder) {
  const draft = JSON.parse(readFileSync(join(folder, 'workspace', 'draft.json'), 'utf8'));
  assert.equal(draft.prompt, LINE, 'what the page said last is kept');
  assertGoesOn(folder, { ...JSON.parse(readFileSync(join(folder, REACHED), 'utf8')), status: 'paused' });
}
