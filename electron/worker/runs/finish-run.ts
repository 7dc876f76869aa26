import { mostMeasured } from '../../advice/most-measured.ts';
import type { ModelCard } from '../../contract/model.ts';
import type { Run } from '../../contract/run.ts';
import type { JobResult } from '../../contract/worker.ts';
import { evaluateSources } from '../../engine/generation/evaluate-sources.ts';
import { saveModel } from '../../engine/formats/index.ts';
import { engineOf, type Runtime } from '../../engine/runtime/index.ts';
import type { Corpus } from '../../engine/text/corpus.ts';
import type { TrainingResult } from '../../engine/training/index.ts';
import { writeFolderAtomic } from '../../storage/files/atomic.ts';
import type { Workspace } from '../../storage/workspace/workspace.ts';
import { Stopped, type JobContext } from '../job.ts';
import { openingPrompt } from './opening-prompt.ts';

interface Finish {
  workspace: Workspace;
  run: Run;
  text: Corpus;
  runtime: Runtime;
  result: TrainingResult;
  context: JobContext;
  /** the model to make, where it is not the run's own */
  as?: Pick<ModelCard, 'id' | 'name'>;
}

type Metrics = ModelCard['metrics'];

/**
 * Measured over the text, all of it where that does not take long. A run that was stopped ends quickly instead, and so does
 * one that is stopped while it is being measured: what its last report said stands in.
 * @throws Stopped where it is paused meanwhile: it is measured when it goes on
 */
async function measured({ run, text, result, context }: Finish): Promise<Metrics & { whole: boolean }> {
  const { last, model } = result;
  try {
    if (result.ended === 'done') {
      const limits = { most: mostMeasured(run.hyperparameters, text.vocabulary.size) };
      const options = { signal: context.signal, onProgress: context.progress, limits };
      const measured = await evaluateSources({ model, vocabulary: text.vocabulary }, text, options);
      const { loss, accuracy, perplexity, bitsPerCharacter, predictions, isSample } = measured;
      const sampled = isSample ? { sampled: predictions } : {};
      return { loss, accuracy, perplexity, bitsPerCharacter, ...sampled, whole: true };
    }
  } catch (thrown) {
    if (!context.signal.aborted) throw thrown;
    if (context.requested() === 'pause') throw new Stopped(result.step);
  }
  return {
    loss: last?.loss ?? null,
    accuracy: last?.accuracy ?? null,
    perplexity: last?.perplexity ?? null,
    whole: false,
  };
}

/** @param former the model of an earlier session, whose name and remarks stay */
function cardOf({ run, text, runtime, result, as = run }: Finish, former: ModelCard | undefined, metrics: Metrics) {
  const { best } = result;
  const validation = best && {
    validationLoss: best.validationLoss,
    validationPerplexity: Math.exp(best.validationLoss),
    validationBitsPerCharacter: best.validationBitsPerCharacter,
  };
  const { node, icu } = process.versions;
  return {
    id: as.id,
    name: former?.name ?? as.name,
    note: former?.note,
    tags: former?.tags,
    run: run.id,
    base: run.base,
    corpus: {
      id: run.corpus.id,
      name: run.corpus.name,
      sha256: text.sha256,
      symbols: text.ids.length,
      language: text.language,
      sources: run.corpus.sources?.map(({ name: source }) => source),
    },
    hyperparameters: run.hyperparameters,
    step: result.modelStep,
    seconds: result.seconds,
    metrics: { ...metrics, ...validation },
    prompt: openingPrompt(text.ids, text.vocabulary, run.hyperparameters),
    engine: engineOf(runtime).label,
    versions: {
      aesop: process.env.AESOP_VERSION ?? '',
      node,
      icu: icu ?? '',
      ...(runtime.tensorflowVersion ? { tensorflow: runtime.tensorflowVersion } : {}),
    },
    createdAt: new Date().toISOString(),
  };
}

/**
 * Makes a model out of what a run has learnt, under the run's id unless it is to have its own; one of an earlier session
 * is replaced and keeps its name, its note and its tags.
 * @throws Stopped where the run was stopped, once the model is saved, or paused, without one
 */
export async function finishRun(finish: Finish): Promise<JobResult<'train'>> {
  const { workspace, text, result } = finish;
  const { id } = finish.as ?? finish.run;
  const { model, step, seconds } = result;
  const { whole, ...metrics } = await measured(finish);
  const { loss, accuracy, perplexity, bitsPerCharacter = null } = metrics;
  const former = await workspace.models.read(id).catch(() => undefined);
  const card = cardOf(finish, former, metrics);
  const modelPath = workspace.models.path(id);
  const save = (folder: string) => saveModel(folder, { model, vocabulary: text.vocabulary, card });
  await writeFolderAtomic(modelPath, save, { replace: true });
  if (!whole || loss === null || accuracy === null || perplexity === null) throw new Stopped(step, id);
  return { model: id, modelPath, steps: step, seconds, loss, accuracy, perplexity, bitsPerCharacter };
}
