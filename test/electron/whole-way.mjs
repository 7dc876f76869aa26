import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dropFox, folder, openBridge } from './bridge.mjs';

/**
 * Import → train → story → export, each through the real window, preload, ipc and worker processes.
 * @param {import('./bridge.mjs').Harness} harness
 */
export default async function ({ page, app, log }) {
  log(`Electron ${app.versions.electron}, Node ${app.versions.node}`);
  const bridge = await openBridge(page);
  const { request, ask, until } = bridge;
  assert.equal(await page.eval('typeof require + typeof process'), 'undefinedundefined', 'the page has no Node');
  const refused = await request('corpora.rename', { id: '../x', name: 'x' });
  assert.equal(refused.error.code, 'request-malformed', 'input is parsed strictly');

  const corpus = await dropFox(page, bridge);
  log(`imported ${corpus.statistics.symbols} symbols`);
  await page.screenshot('library.png');

  const { id } = await ask('runs.start', { corpus: corpus.id, hyperparameters: { steps: 60, reportEvery: 10 } });
  const run = await until('the end of the training', (state) =>
    state.runs.find(
      (/** @type {{ id: string, status: string }} */ one) =>
        one.id === id && !['queued', 'running'].includes(one.status),
    ),
  );
  assert.equal(run.status, 'done', JSON.stringify(run.error));
  log(`trained ${run.step} steps, accuracy ${run.final.accuracy}, ${run.engine.label}`);
  const { reports } = await ask('runs.metrics', { id, points: 100 });
  assert.ok(reports.length >= 6);
  await page.screenshot('trained.png');

  await page.eval(`void (window.smokeEnd = new Promise((resolve) =>
    window.aesop.on(({ event, payload }) => {
      if (event === 'job.done' && payload.kind === 'tell') resolve(payload.result);
      if (event === 'job.failed') resolve(payload.error);
    }),
  ))`);
  await ask('stories.tell', { model: run.model, prompt: 'The fox', sampling: { greedy: true, length: 12 } });
  const story = await page.eval('window.smokeEnd');
  assert.equal(story.symbols?.length, 12, JSON.stringify(story));
  log(story.text);
  await ask('stories.keep', { title: 'The fox', story });

  const written = join(folder(), 'The fox.txt');
  await app.evalMain(`electron.dialog.showSaveDialog = async () => ({ filePath: ${JSON.stringify(written)} })`);
  const place = await ask('host.chooseTarget', { name: 'The fox.txt', type: 'text' });
  await ask('stories.save', { name: 'The fox.txt', text: `${story.text}\n`, target: place.file });
  assert.equal(readFileSync(written, 'utf8'), `${story.text}\n`, 'the story is saved where the person said');

  const target = join(folder(), 'fox-model');
  await app.evalMain(`electron.dialog.showSaveDialog = async () => ({ filePath: ${JSON.stringify(target)} })`);
  const { file } = await ask('host.chooseTarget', { name: 'fox' });
  await ask('models.export', { id: run.model, format: 'tfjs', target: file });
  assert.ok(existsSync(join(target, 'model.json')) && existsSync(join(target, 'weights.bin')), 'the model is exported');

  await page.eval(`void window.open('http://localhost/')`);
  assert.equal(await app.windowCount(), 1, 'no new window opens');
}
