import { onTestFinished, expect, test, vi } from 'vitest';
import type { CorpusStatistics, TokenizerName } from '../../../electron/contract/corpus.ts';
import { createStudio, type Studio } from '../../../electron/studio/index.ts';
import { openWorkspace } from '../../../electron/storage/workspace/workspace.ts';
import { temporaryFolder } from '../../storage/temporary-folder.ts';
import { corpusNamed } from '../../storage/things.ts';
import { fakeLauncher, type FakeWorker } from '../fake-worker.ts';
import { FABLE, RESOURCES } from '../open-studio.ts';

const TEXT = 'fable';

/** A studio over one text, whose workers do what the test says. */
async function studioOfOneText() {
  const workspace = temporaryFolder();
  const corpus = corpusNamed(TEXT);
  await (await openWorkspace(workspace)).corpora.write(corpus);
  const { launch, workers } = fakeLauncher((worker, message) => {
    if (message.type === 'stop') worker.say({ type: 'stopped', job: message.job });
  });
  const studio = await createStudio({ workspace, resources: RESOURCES, launchWorker: launch, version: '0' });
  onTestFinished(() => studio.close());
  return { studio, workers, corpus };
}

/** What a worker was asked to do last, once it was. */
const lastOf = async (workers: readonly FakeWorker[], kind: string) =>
  vi.waitUntil(() => {
    for (const worker of workers)
      for (const message of worker.received.toReversed())
        if (message.type === 'job' && message.kind === kind) return { worker, message };
    return undefined;
  });

const measure = async (studio: Studio, tokenizer: TokenizerName) =>
  (await studio.request('corpora.statistics', { id: TEXT, tokenizer, lowercase: false })).job;

test('a text is taken in while another is counted, however long that takes', async () => {
  const { studio, workers, corpus } = await studioOfOneText();
  const counting = await measure(studio, 'characters');
  await lastOf(workers, 'statistics');
  const { job } = await studio.request('corpora.import', { file: studio.files.grant(FABLE) });
  const { worker, message } = await lastOf(workers, 'import');
  worker.say({ type: 'done', job: message.job, result: { ...corpus, id: 'another' } });
  expect(await studio.wait(job)).toMatchObject({ id: 'another' });
  expect((await studio.request('studio.state', {})).jobs).toMatchObject([{ job: counting, kind: 'statistics' }]);
});

test('two who ask for the same figures share one counting; it is left off when neither waits any more', async () => {
  const { studio, workers, corpus } = await studioOfOneText();
  const told = new Set<string>();
  studio.on('job.progress', ({ job }) => told.add(job));
  const [one, other] = [await measure(studio, 'characters'), await measure(studio, 'characters')];
  const { worker, message } = await lastOf(workers, 'statistics');
  await vi.waitUntil(() => {
    worker.say({ type: 'progress', job: message.job, fraction: 0.5 });
    return told.size === 2;
  });
  const stopped = expect(studio.wait(one)).rejects.toThrow();
  await studio.request('jobs.cancel', { job: one });
  await stopped;
  const statistics: CorpusStatistics = { ...corpus.statistics, tokenizer: 'characters' };
  worker.say({ type: 'done', job: message.job, result: statistics });
  expect(await studio.wait(other)).toEqual(statistics);
  expect(await studio.wait(await measure(studio, 'characters'))).toEqual(statistics);
  expect(worker.received).toEqual([message]);

  const last = await measure(studio, 'words');
  await vi.waitUntil(() => worker.received.length === 2);
  const left = expect(studio.wait(last)).rejects.toThrow();
  await studio.request('jobs.cancel', { job: last });
  await left;
  expect(worker.received.at(-1)).toMatchObject({ type: 'stop', job: (worker.received[1] as { job: string }).job });
  // what was left off is counted when it is asked for again
  await measure(studio, 'words');
  await vi.waitUntil(() => worker.received.length === 4);
});
