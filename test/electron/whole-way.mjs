import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dropFox, dropText, openBridge } from './bridge.mjs';
import { giveToUser } from './user.mjs';

/**
 * Import → train → story → export, each through the real window, preload, ipc and worker processes.
 * @param {import('./harness.mjs').Harness} harness
 */
export async function steps(harness) {
  const { page, app, folder, log } = harness;
  log(await page.evaluate(() => navigator.userAgent));
  const bridge = await openBridge(page);
  const { request, ask, until } = bridge;
  assert.equal(new URL(page.url()).protocol, 'app:');
  const nodes = await page.evaluate(() => ['require', 'process'].filter((name) => name in window));
  assert.deepEqual(nodes, [], 'the page has no Node');
  const refused = await request('corpora.rename', { id: '../x', name: 'x' });
  assert.equal(refused.error.code, 'request-malformed', 'input is parsed strictly');

  const corpus = await dropFox(harness, bridge);
  log(`imported ${corpus.statistics.symbols} symbols`);

  const { id } = await ask('runs.start', { corpus: corpus.id, hyperparameters: { steps: 60, reportEvery: 10 } });
  const run = await until('the end of the training', (state) =>
    state.runs.find(
      (/** @type {{ id: string, status: string }} */ one) =>
        one.id === id && !['queued', 'running'].includes(one.status),
    ),
  );
  assert.equal(run.status, 'done', JSON.stringify(run.error));
  log(`trained ${run.step} steps, accuracy ${run.final.accuracy}, ${run.engine.label}`);
  const { lines } = await ask('log.read', { lines: 100 });
  const begun = lines.filter((/** @type {{ text: string }} */ { text }) => /begins in process \d+$/.test(text));
  assert.equal(begun.length, 1, 'the log names the process that trains');
  const { reports } = await ask('runs.metrics', { id, points: 100 });
  assert.ok(reports.length >= 6);

  const ended = page.evaluate(
    () =>
      new Promise((resolve) => {
        let id = '';
        /** @type {any} */ (window).aesop.on((/** @type {{ event: string, payload: any }} */ { event, payload }) => {
          if (event === 'stories.told') id = payload.id;
          if (event === 'job.done' && payload.kind === 'tell') resolve({ ...payload.result, id });
          if (event === 'job.failed') resolve(payload.error);
        });
      }),
  );
  await ask('stories.tell', { model: run.model, prompt: 'The fox', sampling: { greedy: true, length: 12 } });
  const story = /** @type {any} */ (await ended);
  assert.equal(story.symbols?.length, 12, JSON.stringify(story));
  log(story.text);
  await ask('stories.keep', { title: 'The fox', id: story.id });

  await readLong(harness, bridge);

  await page.evaluate(() => void window.open('http://localhost/'));
  assert.equal(page.context().pages().length, 1, 'no new window opens');
  if (app) await saveAndExport(app, bridge, { folder, text: story.text, model: run.model });
}

/**
 * A long text is looked at by a second thread, whose program lies in the archive of a packed app.
 * @param {import('./harness.mjs').Harness} harness @param {import('./bridge.mjs').Bridge} bridge
 */
async function readLong(harness, bridge) {
  const { statistics } = await dropText(harness, bridge, 'long', 'The fox saw the crow with its cheese .\n', 120_000);
  assert.equal(statistics.symbols, 120_000 * 10);
  const { lines } = await bridge.ask('log.read', { lines: 100 });
  const told = lines.map((/** @type {{ text: string }} */ { text }) => text);
  assert.ok(
    told.some((/** @type {string} */ text) => text.includes('a thread beside this one looks at the text')),
    told.join('\n'),
  );
}

/**
 * What asks where something is to be kept, with answers given for the person.
 * @param {import('playwright-core').ElectronApplication} app @param {import('./bridge.mjs').Bridge} bridge
 * @param {{ folder: string, text: string, model: string }} made
 */
async function saveAndExport(app, { ask, until }, { folder, text, model }) {
  const place = giveToUser(mkdtempSync(join(folder, 'kept-')));
  /** @param {string} target @param {object} proposed */
  const choose = async (target, proposed) => {
    await app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = async () => ({ canceled: false, filePath });
    }, target);
    return (await ask('host.chooseTarget', proposed)).file;
  };
  const written = join(place, 'The fox.txt');
  const name = 'The fox.txt';
  await ask('stories.save', { name, text: `${text}\n`, target: await choose(written, { name, type: 'text' }) });
  assert.equal(readFileSync(written, 'utf8'), `${text}\n`, 'the story is saved where the person said');

  const target = join(place, 'fox-model');
  await ask('models.export', { id: model, format: 'tfjs', target: await choose(target, { name: 'fox' }) });
  await until('the exported model', () => existsSync(target));
  assert.ok(existsSync(join(target, 'model.json')) && existsSync(join(target, 'weights.bin')), 'the model is exported');
}
