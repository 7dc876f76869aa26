import type { Hyperparameters } from '../../electron/contract/hyperparameters.ts';
import type { Run, RunStatus } from '../../electron/contract/run.ts';
import { samplingSchema, type Sampling, type ToldStory } from '../../electron/contract/story.ts';
import { createStudio, forkWorker, type Studio, type StudioOptions } from '../../electron/studio/index.ts';
import type { Expected } from '../fixtures/frozen.ts';

/** A checkpoint of a few dozen kilobytes. */
const SMALL: Partial<Hyperparameters> = {
  tokenizer: 'words',
  layers: 1,
  units: 16,
  embeddingSize: 8,
  learningRate: 0.02,
  reportEvery: 5,
  evaluateEvery: 20,
};
const LENGTH = 30;

/** Brings a run to a state; one that is to be paused is, after the step `pauseAt`. */
async function train(
  studio: Studio,
  start: { corpus: string; name: string; hyperparameters: Partial<Hyperparameters> },
  status: RunStatus,
  pauseAt = Infinity,
): Promise<Run> {
  const { id } = await studio.request('runs.start', start);
  studio.on('runs.report', (event) => {
    if (event.id === id && event.report.step >= pauseAt) void studio.request('runs.pause', { id }).catch(() => {});
  });
  const run = await new Promise<Run>((resolve) =>
    studio.on('runs.changed', (event) => {
      if (event.run.id === id && ['done', 'paused', 'failed'].includes(event.run.status)) resolve(event.run);
    }),
  );
  if (run.status !== status) throw new Error(`${run.name} is ${run.status}: ${JSON.stringify(run.error)}`);
  return run;
}

async function fill(studio: Studio, text: string): Promise<Expected> {
  const ended = async <T>({ job }: { job: string }) => (await studio.wait(job)) as T;
  const named = <T extends { id: string; name: string }>(all: readonly T[]) =>
    all.map(({ id, name }) => ({ id, name }));
  const paste = async (name: string, pasted: string) =>
    ended<{ id: string; name: string }>(await studio.request('corpora.paste', { name, text: pasted }));

  const importing = studio.request('corpora.import', { file: studio.files.grant(text), name: 'The Fable' });
  const fable = await ended<{ id: string; name: string }>(await importing);
  const chinese = await paste('守株待兔', '宋人有耕田者。田中有株，兔走觸株。\n'.repeat(20));
  const deleted = await paste('Deleted', 'The mouse has no name.\n'.repeat(9));

  const start = (name: string, more: Partial<Hyperparameters>) => ({
    ...{ corpus: fable.id, name },
    hyperparameters: { ...SMALL, ...more },
  });
  const done = await train(studio, start('Finished', { steps: 300, checkpointEvery: 150 }), 'done');
  const paused = await train(studio, start('Paused', { steps: 400, checkpointEvery: 200, seed: 2 }), 'paused', 30);
  const wild = { steps: 200, learningRate: 10, clipNorm: 0, seed: 3 };
  const failed = await train(studio, start('Diverged', wild), 'failed');

  const tell = async (sampling: Partial<Sampling>) => {
    const given = samplingSchema.parse({ length: LENGTH, ...sampling });
    const asked = await studio.request('stories.tell', { model: done.id, prompt: 'the mice', sampling: given });
    const told = new Promise<string>((resolve) =>
      studio.on('stories.told', ({ job, id }) => job === asked.job && resolve(id)),
    );
    return { ...(await ended<ToldStory>(asked)), id: await told };
  };
  const greedy = await tell({ greedy: true });
  const stories = [
    { title: 'The first story', story: greedy },
    { title: 'A second story', story: await tell({ temperature: 1.1, seed: 7 }) },
  ].map(async (kept) => {
    const { id, title } = await studio.request('stories.keep', { id: kept.story.id, title: kept.title });
    return { id, title, text: kept.story.text };
  });
  await studio.request('corpora.delete', { id: deleted.id });
  const settings = { appearance: 'dark', storySize: 21, capitals: true } as const;
  await studio.request('settings.set', settings);
  return {
    told: { model: done.id, prompt: greedy.prompt, length: LENGTH, text: greedy.text },
    corpora: named([fable, chinese]),
    runs: [done, paused, failed].map(({ id, name, status, step }) => ({ id, name, status, step })),
    reports: (await studio.request('runs.metrics', { id: done.id, points: 1000 })).total,
    models: named((await studio.request('studio.state', {})).models),
    stories: await Promise.all(stories),
    trashed: deleted.id,
    settings,
  };
}

/**
 * Makes one of everything that a workspace keeps.
 * @param text path of a text to learn from
 * @returns what a later version must find in it
 */
export async function fillWorkspace(
  options: Pick<StudioOptions, 'workspace' | 'resources' | 'version'>,
  text: string,
): Promise<Expected> {
  const studio = await createStudio({ ...options, launchWorker: forkWorker });
  return fill(studio, text).finally(() => studio.close());
}
