import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { assertGoesOn } from './afterwards.mjs';
import { folder, openBridge, startLongRun } from './bridge.mjs';

const QUIT = 0;
const STAY = 1;
const REACHED = 'quit.json';

/**
 * Quitting while a run trains asks. “Go on training” does; “Save and quit” ends the app, which the harness does last.
 * @param {import('./bridge.mjs').Harness} harness
 */
export default async function ({ page, app, log }) {
  const bridge = await openBridge(page);
  // None comes by itself: the only checkpoint is the one that quitting writes.
  const run = await startLongRun(page, bridge, 1_000_000);
  /** @param {number} response */
  const answerWith = (response) =>
    app.evalMain(`global.asked = global.asked || [];
      electron.dialog.showMessageBox = async (window, options) => {
        global.asked.push(options);
        return { response: ${response} };
      };`);

  await answerWith(STAY);
  for (const leave of ['app.quit()', 'electron.BrowserWindow.getAllWindows()[0].close()']) {
    const { length: before } = await app.evalMain('return global.asked');
    await app.evalMain(leave);
    const { step } = await bridge.run(run.id);
    const later = await bridge.until(`a training that goes on after ${leave}`, (state) =>
      state.runs.find((/** @type {{ id: string, step: number }} */ one) => one.id === run.id && one.step > step + 10),
    );
    assert.equal(later.status, 'running', leave);
    const asked = await app.evalMain('return global.asked');
    assert.equal(asked.length, before + 1, `${leave} asks once`);
    assert.ok(asked.at(-1).message.includes(run.name), asked.at(-1).message);
    assert.equal(await app.windowCount(), 1);
  }

  const { step } = await bridge.run(run.id);
  log(`stayed twice, at step ${step}`);
  writeFileSync(join(folder(), REACHED), JSON.stringify({ run: run.id, least: step }));
  await answerWith(QUIT);
}

/** @param {string} folder @param {boolean} ok whether the harness saw the app end well */
export function verify(folder, ok) {
  assert.ok(ok, 'the app ends well');
  assertGoesOn(folder, { ...JSON.parse(readFileSync(join(folder, REACHED), 'utf8')), status: 'paused' });
}
