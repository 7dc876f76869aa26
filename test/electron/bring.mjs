import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import { dropFox, openBridge } from './bridge.mjs';

/** Looks at what computes, one a second. */
const PATIENCE = 900;

/**
 * The light app brings TensorFlow by its button, and the next training runs on it. Wants an index (AESOP_WHEEL_INDEX) or a
 * folder with the wheel (AESOP_WHEELS), and a package made with `--light`.
 * @param {import('./harness.mjs').Harness} harness
 */
export async function steps(harness) {
  const { page, log } = harness;
  const bridge = await openBridge(page);
  const { ask, until } = bridge;
  const before = await ask('machine.describe', { measure: false });
  assert.equal(before.engine.engine, 'portable', 'the package is a light one');
  await page.goto(page.url().replace(/#.*$|$/, '#/machine'));
  await page.getByRole('button', { name: 'Bring TensorFlow' }).click();
  await page.getByRole('progressbar').first().waitFor();
  let machine = before;
  for (let left = PATIENCE; machine.engine.engine !== 'tensorflow' && left > 0; left--) {
    await wait(1000);
    machine = await ask('machine.describe', { measure: false });
  }
  assert.equal(machine.engine.engine, 'tensorflow', JSON.stringify(machine.checks));
  assert.deepEqual([machine.offers, machine.brought], [[], true]);
  log(`brought ${machine.engine.label}`);

  const corpus = await dropFox(harness, bridge);
  const { id } = await ask('runs.start', { corpus: corpus.id, hyperparameters: { steps: 20, reportEvery: 10 } });
  const run = await until('the end of the training', (state) =>
    state.runs.find((/** @type {{ id: string, status: string }} */ one) => one.id === id && one.status === 'done'),
  );
  assert.match(run.engine.label, /^TensorFlow/);
}
