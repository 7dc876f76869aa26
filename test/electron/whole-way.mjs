import assert from 'node:assert/strict';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const TEXT = 'The fox saw the crow . The crow held the cheese . The fox praised the crow . The crow sang . ';

/**
 * @typedef {object} Harness what drives the window and the main process; see the harness's README
 * @property {{ eval(code: string, ...values: unknown[]): Promise<any>, waitFor(code: string, options: object): Promise<void>,
 *   dropFile(selector: string, path: string): Promise<void>, screenshot(name: string): Promise<void> }} page
 * @property {{ versions: Record<string, string>, windowCount(): Promise<number>,
 *   evalMain(body: string, ...values: unknown[]): Promise<unknown> }} app
 * @property {(text: string) => void} log
 */

/**
 * Import → train → story → export, each through the real window, preload, ipc and worker processes.
 * @param {Harness} harness
 */
export default async function ({ page, app, log }) {
  const folder = process.env.AESOP_SMOKE ?? '';
  log(`Electron ${app.versions.electron}, Node ${app.versions.node}`);
  await page.waitFor('window.aesop !== undefined && document.querySelector("nav") !== null', { timeout: 30_000 });
  assert.equal(await page.eval('typeof require + typeof process'), 'undefinedundefined', 'the page has no Node');
  /** @param {string} name @param {object} input */
  const request = (name, input) => page.eval(`window.aesop.request(${JSON.stringify(name)}, ${JSON.stringify(input)})`);
  /** @param {string} name @param {object} input */
  const ask = async (name, input) => {
    const result = await request(name, input);
    assert.ok(result.ok, `${name}: ${JSON.stringify(result.error)}`);
    return result.output;
  };
  /** @param {string} what @param {(state: any) => any} found */
  const until = async (what, found) => {
    for (let left = 600; left > 0; left--) {
      const value = found(await ask('studio.state', {}));
      if (value) return value;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    assert.fail(`${what} did not come`);
  };

  const refused = await request('corpora.rename', { id: '../x', name: 'x' });
  assert.equal(refused.error.code, 'request-malformed', 'input is parsed strictly');

  const path = join(folder, 'fox.txt');
  writeFileSync(path, TEXT.repeat(12));
  await page.dropFile('body', path);
  const corpus = await until('the dropped text', (state) =>
    state.corpora.find((/** @type {{ name: string }} */ { name }) => name === 'fox'),
  );
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

  const target = join(folder, 'fox-model');
  await app.evalMain(`electron.dialog.showSaveDialog = async () => ({ filePath: ${JSON.stringify(target)} })`);
  const { file } = await ask('host.chooseTarget', { name: 'fox' });
  await ask('models.export', { id: run.model, format: 'tfjs', target: file });
  assert.ok(existsSync(join(target, 'model.json')) && existsSync(join(target, 'weights.bin')), 'the model is exported');

  await page.eval(`void window.open('http://localhost/')`);
  assert.equal(await app.windowCount(), 1, 'no new window opens');
}
