import { baseOf, requireBase, settledBy } from '../../contract/base.ts';
import { CUT, isCutAs, type Corpus, type CorpusStatistics } from '../../contract/corpus.ts';
import type { Hyperparameters } from '../../contract/hyperparameters.ts';
import { textStatistics } from '../corpora/text-statistics.ts';
import { AesopError } from '../../contract/errors.ts';
import { NO_LESSON } from '../../contract/lesson.ts';
import { versionOf } from '../../contract/file-formats.ts';
import { textName } from '../../contract/sample-texts.ts';
import { reportSchema, sampleSchema, type Run, type Sample } from '../../contract/run.ts';
import type { RequestValue } from '../../contract/studio.ts';
import { NAMING } from '../../messages/naming.ts';
import { checkpointSteps } from '../../storage/checkpoints/checkpoints.ts';
import { makeFolder } from '../../storage/files/make-folder.ts';
import { copyModelFiles } from '../../storage/models/model-folder.ts';
import { wordsCut } from '../../storage/models/words-cut.ts';
import { newId } from '../../storage/records/ids.ts';
import { lastingHolder } from '../../storage/processes/locks.ts';
import { readReports, readSamples, runFiles } from '../../storage/runs/run-files.ts';
import type { Context } from '../context.ts';
import { decimate } from './decimate.ts';
import { hyperparametersFor } from './hyperparameters-for.ts';
import { CheckpointKeeper, checkpointsOf } from './keep-checkpoint.ts';
import { RunKeeper } from './keep-run.ts';
import { runName } from './run-name.ts';
import { resultOf } from '../jobs/jobs.ts';
import type { RunQueue } from './run-queue.ts';
import { lessonVerbs } from './lesson.ts';
import type { RunRecords } from './run-records.ts';
import type { Verbs } from '../verbs.ts';

/** The text as the run's tokenizer sees it; as it came in where that one sees nothing to learn, which the run says. */
async function seenThrough(
  context: Context,
  corpus: Corpus,
  { tokenizer = corpus.statistics.tokenizer, lowercase = corpus.statistics.lowercase }: Partial<Hyperparameters>,
): Promise<CorpusStatistics> {
  if (isCutAs(corpus.statistics, { tokenizer, lowercase })) return corpus.statistics;
  const control = { signal: new AbortController().signal, progress: () => {} };
  return textStatistics(context, corpus, { tokenizer, lowercase }, control).catch((error: unknown) => {
    if (error instanceof AesopError) return corpus.statistics;
    throw error;
  });
}

/** @throws AesopError `source-unknown` where a file is to be kept aside that the text is not made of */
function requireSource({ sources = [] }: Corpus, { validationFile }: Hyperparameters): void {
  if (validationFile === 0 || (sources.length > 1 && validationFile <= sources.length)) return;
  throw new AesopError('source-unknown', { source: String(validationFile), known: Math.max(1, sources.length) });
}

async function newRun(context: Context, records: RunRecords, input: RequestValue<'runs.start'>): Promise<Run> {
  const corpus = await context.workspace.corpora.read(input.corpus);
  const { preset, hyperparameters: changes } = input;
  const base = input.base === undefined ? undefined : await context.workspace.models.read(input.base);
  if (base) requireBase(base, preset, changes);
  const settled = { ...changes, ...(base && settledBy(base.hyperparameters)) };
  const facts = preset === undefined ? { ...corpus, statistics: await seenThrough(context, corpus, settled) } : corpus;
  const hyperparameters = hyperparametersFor(facts, { preset, base }, changes);
  requireSource(corpus, hyperparameters);
  const text = { ...corpus, name: NAMING[input.language].say(textName(corpus)) };
  const from = base && baseOf(base);
  const named = { corpus: text, base: from, hyperparameters };
  const name = input.name ?? runName(named, (await records.list()).items, input.language);
  return {
    version: versionOf('run'),
    id: newId(name, 'run'),
    name,
    corpus: {
      ...{ id: corpus.id, name: text.name, sha256: corpus.sha256 },
      sources: corpus.sources?.map(({ name: source, start }) => ({ name: source, start })),
    },
    preset,
    base: from,
    hyperparameters,
    cut: base ? await wordsCut(context.workspace.models.path(base.id), base) : CUT,
    status: 'queued',
    createdAt: new Date().toISOString(),
    step: 0,
    seconds: 0,
    ...(input.pins.length > 0 && { lesson: { ...NO_LESSON, pins: input.pins } }),
  };
}

/**
 * A text is only replaced while no run learns from it; one that was replaced before this run could be seen is the text that
 * the run is of.
 */
async function followText({ workspace }: Context, run: Run, anew: () => Promise<Run>): Promise<Run> {
  const { sha256 } = await workspace.corpora.read(run.corpus.id);
  if (sha256 === run.corpus.sha256) return run;
  const { id, name } = run;
  const followed = await anew();
  return workspace.runs.update(id, () => ({ ...followed, id, name }));
}

/** Copies the model that a run learns on from, as it is now: whatever becomes of that one, the run goes on. */
async function takeBase({ workspace: { models } }: Context, { base }: Run, folder: string): Promise<void> {
  if (!base) return;
  await makeFolder(folder);
  await copyModelFiles(models.path(base.id), folder, base.name);
}

/**
 * The steps that a resumed run is to make in all. One that has made them but was cut off before it was done is resumed
 * all the same: it is measured and saved.
 * @throws AesopError `run-finished` where there is nothing left to do, `run-steps-made` where it has made more than are asked for
 */
async function stepsOf({ workspace: { models } }: Context, run: Run, asked: number | undefined): Promise<number> {
  const steps = asked ?? run.hyperparameters.steps;
  if (run.step < steps) return steps;
  const model = await models.read(run.id).catch(() => undefined);
  if (run.status === 'done' && model) throw new AesopError('run-finished', { id: run.id, steps: run.step });
  if (asked !== undefined && asked < run.step)
    throw new AesopError('run-steps-made', { id: run.id, step: run.step, asked });
  return run.step;
}

export function runVerbs(context: Context, records: RunRecords, queue: RunQueue): Verbs<'runs.'> {
  const { workspace, events, models, timing } = context;
  const { runs } = workspace;
  const keeper = new RunKeeper(context, records);
  const checkpoints = new CheckpointKeeper(context);
  const filesOf = async (id: string) => {
    await records.read(id);
    return runFiles(runs.path(id));
  };

  /** @throws AesopError `run-active`, `run-locked` while anybody trains it */
  async function requireIdle(id: string): Promise<Run> {
    const run = await records.read(id);
    if (queue.isActive(id)) throw new AesopError('run-active', { name: run.name });
    keeper.requireFree(run);
    const pid = await lastingHolder(runs.path(id));
    if (pid !== undefined) throw new AesopError('run-locked', { id, pid: String(pid) });
    return run;
  }

  /** Ends a run that trains or waits. @returns whether it did either */
  async function end(id: string, how: 'stop' | 'pause'): Promise<boolean> {
    if (queue.end(id, how)) return true;
    await records.read(id);
    if (!queue.leave(id)) return false;
    await records.change(id, { status: how === 'stop' ? 'stopped' : 'paused' });
    return true;
  }

  return {
    ...lessonVerbs(context, records, queue),
    async 'runs.start'(input) {
      const first = await newRun(context, records, input);
      await runs.write(first, (folder) => takeBase(context, first, runFiles(folder).base));
      const run = await followText(context, first, () => newRun(context, records, input));
      events.changed('runs', run);
      queue.add(run.id, false);
      return run;
    },
    async 'runs.resume'({ id, steps: asked }) {
      const idle = await requireIdle(id);
      const steps = await stepsOf(context, idle, asked);
      const before = await checkpointSteps(runFiles(runs.path(id)).checkpoints);
      queue.leave(id);
      const hyperparameters = { ...idle.hyperparameters, steps };
      const run = await records.change(id, { hyperparameters, status: 'queued', error: undefined, endedAt: undefined });
      queue.add(id, before.length > 0);
      return run;
    },
    async 'runs.pause'({ id }) {
      if (!(await end(id, 'pause'))) throw new AesopError('run-idle', { name: (await records.read(id)).name });
      return {};
    },
    async 'runs.stop'({ id }) {
      return (await end(id, 'stop')) ? {} : { job: await keeper.start(await requireIdle(id)) };
    },
    'runs.time': async (network) => ({ job: timing.start(network) }),
    async 'runs.checkpoints'({ id }) {
      await records.read(id);
      return { steps: await checkpointsOf(context, id) };
    },
    async 'runs.keep'({ id, step, language }) {
      return { job: await checkpoints.start(await records.read(id), step, language) };
    },
    'runs.rename': async ({ id, name }) => records.change(id, { name }),
    async 'runs.delete'({ id }) {
      await requireIdle(id);
      queue.leave(id);
      await runs.remove(id);
      events.removed('runs', id);
      return {};
    },
    async 'runs.restore'({ id }) {
      const run = await runs.restore(id);
      return run.status === 'queued' ? records.change(id, { status: 'stopped' }) : records.change(id, {});
    },
    async 'runs.metrics'({ id, points }) {
      const { reports, total } = await decimate(readReports(await filesOf(id)), points);
      return { reports: reports.flatMap((report) => reportSchema.safeParse(report).data ?? []), total };
    },
    async 'runs.attempt'({ id, prompt }) {
      await records.read(id);
      return resultOf(await models.run('attempt', { workspace: workspace.root, run: id, prompt }));
    },
    async 'runs.samples'({ id }) {
      const samples: Sample[] = [];
      for await (const read of readSamples(await filesOf(id))) {
        const sample = sampleSchema.safeParse(read).data;
        if (sample) samples.push(sample);
      }
      return { samples };
    },
  };
}
