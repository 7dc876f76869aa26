// node test/tools/freeze-workspace.mjs
// Freezes a small workspace of this version of Aesop in test/fixtures/workspaces/<version>, with what it told then, so that
// every later version is held to open it. Run once for each release; what is there already is not overwritten.
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { ROOT } from '../../build/setup/files.mjs';
import { nodeConfiguration } from '../../build/vite.node.mjs';

const { version } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8'));
const PLACE = join(ROOT, 'test/fixtures/workspaces', version);
const FABLE = join(ROOT, 'resources/corpora/belling-the-cat.txt');
/** A checkpoint of a few dozen kilobytes. */
const SMALL = {
  tokenizer: 'words',
  layers: 1,
  units: 16,
  embeddingSize: 8,
  learningRate: 0.02,
  reportEvery: 5,
  evaluateEvery: 20,
};
/** Of one machine, or made anew at any time. */
const LEFT_OUT = ['log', '.cache'];

if (existsSync(PLACE)) throw new Error(`${PLACE} is there: a frozen workspace never changes.`);

// Inside the checkout, so that the worker finds its packages.
const program = await mkdtemp(join(ROOT, 'node_modules', '.freeze-'));
const folder = await mkdtemp(join(tmpdir(), 'aesop-freeze-'));
const workspace = join(folder, 'workspace');
try {
  const input = {
    worker: 'electron/worker/main.ts',
    watchdog: 'electron/worker/watchdog.ts',
    studio: 'electron/studio/index.ts',
  };
  const entries = Object.entries(input).map(([name, path]) => [name, join(ROOT, path)]);
  await build(nodeConfiguration(Object.fromEntries(entries), program, 'es'));
  Object.assign(process.env, { AESOP_WORKER: join(program, 'worker.js'), AESOP_ENGINE: 'portable' });
  const { createStudio, forkWorker } = await import(pathToFileURL(join(program, 'studio.js')).href);
  const studio = await createStudio({
    workspace,
    resources: join(ROOT, 'resources'),
    launchWorker: forkWorker,
    version,
  });
  const expected = await fill(studio).finally(() => studio.close());
  for (const name of LEFT_OUT) await rm(join(workspace, name), { recursive: true, force: true });
  await cp(workspace, join(PLACE, 'workspace'), { recursive: true });
  await writeFile(join(PLACE, 'expected.json'), `${JSON.stringify(expected, null, 2)}\n`);
  console.log(`${PLACE}: ${(await readdir(PLACE, { recursive: true })).length} files and folders`);
} finally {
  await rm(program, { recursive: true, force: true });
  await rm(folder, { recursive: true, force: true });
}

/**
 * One of everything that a workspace keeps.
 * @param {import('../../electron/studio/index.ts').Studio} studio
 * @returns what a later version must find in it
 */
async function fill(studio) {
  const ask = studio.request;
  const ended = async ({ job }) => studio.wait(job);
  const fable = await ended(await ask('corpora.import', { file: studio.files.grant(FABLE), name: 'The Fable' }));
  const chinese = await ended(
    await ask('corpora.paste', { name: '守株待兔', text: '宋人有耕田者。田中有株，兔走觸株。\n'.repeat(20) }),
  );
  const deleted = await ended(
    await ask('corpora.paste', { name: 'Deleted', text: 'The mouse has no name.\n'.repeat(9) }),
  );

  const done = await train({ ...SMALL, steps: 300, checkpointEvery: 150 }, 'done', 'Finished');
  const paused = await train({ ...SMALL, steps: 400, checkpointEvery: 200, seed: 2 }, 'paused', 'Paused', 30);
  const failed = await train({ ...SMALL, steps: 200, learningRate: 10, clipNorm: 0, seed: 3 }, 'failed', 'Diverged');

  const tell = async (sampling) =>
    ended(await ask('stories.tell', { model: done.model, prompt: 'the mice', sampling: { length: 30, ...sampling } }));
  const greedy = await tell({ greedy: true });
  const kept = [
    await ask('stories.keep', { story: greedy }),
    await ask('stories.keep', { title: 'A second story', story: await tell({ temperature: 1.1, seed: 7 }) }),
  ];
  await ask('corpora.delete', { id: deleted.id });
  await ask('settings.set', { appearance: 'dark', storySize: 21, capitals: true });
  const state = await ask('studio.state', {});
  return {
    told: { model: greedy.model, prompt: greedy.prompt, length: 30, text: greedy.text },
    corpora: named([fable, chinese]),
    runs: [done, paused, failed].map(({ id, name, status, step }) => ({ id, name, status, step })),
    reports: (await ask('runs.metrics', { id: done.id, points: 1000 })).total,
    models: named(state.models),
    stories: await Promise.all(
      kept.map(async ({ id, title }) => ({ id, title, text: (await ask('stories.read', { id })).text })),
    ),
    trashed: deleted.id,
    settings: { appearance: 'dark', storySize: 21, capitals: true },
  };

  /** A run brought to a state; one that is to be paused is, after the step `pauseAt`. */
  async function train(hyperparameters, status, name, pauseAt = Infinity) {
    const run = await ask('runs.start', { corpus: fable.id, name, hyperparameters });
    const release = studio.on('runs.report', ({ id, report }) => {
      if (id === run.id && report.step >= pauseAt) void ask('runs.pause', { id });
    });
    const there = await new Promise((resolve) =>
      studio.on('runs.changed', (event) => {
        if (event.run.id === run.id && ['done', 'paused', 'failed'].includes(event.run.status)) resolve(event.run);
      }),
    );
    release();
    if (there.status !== status) throw new Error(`${name} is ${there.status}: ${JSON.stringify(there.error)}`);
    return there;
  }
}

/** @param {{ id: string, name: string }[]} things */
function named(things) {
  return things.map(({ id, name }) => ({ id, name }));
}
