import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { versionOf, type FileFormat } from '../../electron/contract/file-formats.ts';
import { samplingSchema, type ToldStory } from '../../electron/contract/story.ts';
import { frozen, hashes, versions, type Expected } from '../fixtures/frozen.ts';
import { openStudio, reached } from './open-studio.ts';

describe.each(versions)('a workspace of Aesop %s', (version) => {
  test('lists, reads and tells what it did then, and not a byte of it changes', async () => {
    const { workspace, expected } = frozen(version);
    const before = hashes(workspace);
    const studio = await openStudio(workspace);
    const state = await studio.request('studio.state', {});
    const byId = <T extends { id: string }>(things: readonly T[]) => [...things].sort((a, b) => (a.id < b.id ? -1 : 1));
    expect(byId(state.corpora)).toMatchObject(byId(expected.corpora));
    expect(byId(state.runs)).toMatchObject(byId(expected.runs));
    expect(byId(state.models)).toMatchObject(byId(expected.models));
    expect(byId(state.stories)).toMatchObject(byId(expected.stories.map(({ id, title }) => ({ id, title }))));
    expect(state.settings).toMatchObject(expected.settings);
    for (const { id, text } of expected.stories)
      expect(await studio.request('stories.read', { id })).toMatchObject({ id, text });
    const done = expected.runs.find(({ status }) => status === 'done')!;
    expect((await studio.request('runs.metrics', { id: done.id, points: 1000 })).total).toBe(expected.reports);
    expect((await studio.request('runs.samples', { id: done.id })).samples.length).toBeGreaterThan(0);
    const { model, prompt, length, text } = expected.told;
    const sampling = samplingSchema.parse({ greedy: true, length });
    const { job } = await studio.request('stories.tell', { model, prompt, sampling });
    expect(((await studio.wait(job)) as ToldStory).text).toBe(text);
    expect(await studio.request('trash.describe', {})).toMatchObject({ items: 1 });
    expect(hashes(workspace)).toMatchObject(before);
  });

  test('gives back what lay in its trash, and goes on with what was paused', async () => {
    const { workspace, expected } = frozen(version);
    const studio = await openStudio(workspace);
    expect(await studio.request('corpora.restore', { id: expected.trashed })).toMatchObject({ id: expected.trashed });
    const paused = expected.runs.find(({ status }) => status === 'paused')!;
    const metrics = join(workspace, 'runs', paused.id, 'metrics.jsonl');
    const before = readFileSync(metrics, 'utf8');
    const steps = paused.step + 20;
    await studio.request('runs.resume', { id: paused.id, steps });
    expect(await reached(studio, paused.id, 'done')).toMatchObject({ step: steps, model: paused.id });
    expect(readFileSync(metrics, 'utf8').startsWith(before)).toBe(true);
  });

  test('has a model that learns on, its words cut as they were then', async () => {
    const { workspace, expected } = frozen(version);
    const studio = await openStudio(workspace);
    const { models } = await studio.request('studio.state', {});
    const base = models.find(({ id }) => id === expected.told.model)!;
    // a step too small to change a prediction
    const still = { steps: 1, learningRate: 1e-7, validationFraction: 0 };
    const { id } = await studio.request('runs.start', {
      corpus: base.corpus!.id!,
      base: base.id,
      hyperparameters: still,
    });
    const { final } = await reached(studio, id, 'done');
    expect(final!.loss).toBeCloseTo(base.metrics.loss!, 3);
    const vocabulary = (model: string) =>
      JSON.parse(readFileSync(join(workspace, 'models', model, 'vocabulary.json'), 'utf8')) as { symbols: string[] };
    expect(vocabulary(id).symbols).toEqual(vocabulary(base.id).symbols);
  });

  const fileOf = ({ corpora, runs, models, stories }: Expected): Record<string, [FileFormat, string]> => ({
    'a text': ['corpus', `corpora/${corpora[0].id}/corpus.json`],
    'a run': ['run', `runs/${runs[0].id}/run.json`],
    'a model': ['card', `models/${models[0].id}/card.json`],
    'a story': ['story', `stories/${stories[0].id}.json`],
  });
  test.each(['a text', 'a run', 'a model', 'a story'] as const)(
    'in which a newer Aesop wrote %s shows all the rest, and leaves that one as it is',
    async (kind) => {
      const { workspace, expected } = frozen(version);
      const [format, newer] = fileOf(expected)[kind];
      const known = bump(join(workspace, newer), format);
      const before = hashes(workspace);
      const studio = await openStudio(workspace);
      const state = await studio.request('studio.state', {});
      const lists = ['corpora', 'runs', 'models', 'stories'] as const;
      const all = lists.reduce((sum, list) => sum + expected[list].length, 0);
      expect(lists.reduce((sum, list) => sum + state[list].length, 0)).toBe(all - 1);
      const { lines } = await studio.request('log.read', { lines: 100 });
      expect(lines.map(({ text }) => text).join('\n')).toMatch(
        new RegExp(`newer Aesop: it has format version ${known + 1}, and this one reads up to ${known}`),
      );
      expect(hashes(workspace)).toMatchObject(before);
    },
  );

  test('with a checkpoint of a newer Aesop does not go on from an older one', async () => {
    const { workspace, expected } = frozen(version);
    const { id, step } = expected.runs.find(({ status }) => status === 'paused')!;
    const state = `runs/${id}/checkpoints/${step}`;
    bump(join(workspace, state, 'state.json'), 'checkpoint');
    const before = hashes(join(workspace, state));
    const studio = await openStudio(workspace);
    const ended = reached(studio, id, 'failed');
    await studio.request('runs.resume', { id });
    expect((await ended).error).toMatchObject({ code: 'model-newer' });
    expect(hashes(join(workspace, state))).toEqual(before);
  });
});

/** Makes a file one of the version after today's. @returns today's */
function bump(path: string, format: FileFormat): number {
  const known = versionOf(format);
  const text = readFileSync(path, 'utf8');
  writeFileSync(path, text.replace(/"version":(\s*)\d+/, `"version":$1${known + 1}`));
  return known;
}
