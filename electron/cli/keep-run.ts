import { readId } from '../contract/common.ts';
import { AesopError } from '../contract/errors.ts';
import type { ModelCard } from '../contract/model.ts';
import type { Run } from '../contract/run.ts';
import type { Host } from './host.ts';
import { Interrupted } from './interruptions.ts';
import { factLines } from './output/table.ts';
import { withPerplexity } from './output/with-perplexity.ts';
import { factWidth } from './training/plan-lines.ts';

/** A model that was just made. */
interface Kept {
  readonly run: string;
  readonly model: string;
  readonly steps: number;
  readonly seconds: number;
  /** over its text; nothing where that was not measured */
  readonly measured?: Pick<ModelCard['metrics'], 'loss' | 'accuracy' | 'perplexity' | 'bitsPerCharacter'>;
}

function runNamed(typed: string): string {
  const id = readId(typed);
  if (id === undefined) throw new AesopError('run-missing', { id: typed });
  return id;
}

/** Waits for a model under the live line; Ctrl-C leaves its measuring off. */
async function made<T>(host: Host, job: string): Promise<T> {
  const studio = await host.studio();
  const releases = [
    host.interruptions.on(() => void studio.request('jobs.cancel', { job }).catch(() => {})),
    studio.on('job.progress', (told) => {
      if (told.job === job) host.progress('measuring', told.fraction);
    }),
  ];
  try {
    return (await studio.wait(job)) as T;
  } catch (error) {
    throw host.interruptions.count > 0 ? new Interrupted() : error;
  } finally {
    releases.forEach((release) => release());
    host.terminal.clearStatus();
  }
}

async function tell(host: Host, { model, measured, ...kept }: Kept): Promise<void> {
  const { translator, numbers, options, terminal } = host;
  const path = await host.modelPath(model);
  host.json({ type: 'kept', ...kept, model: path, ...measured });
  if (options.json) return;
  if (options.quiet) return terminal.line(path);
  const facts: [string, string][] = [[translator.text('facts.model'), path]];
  if (measured?.accuracy != null && measured.perplexity !== null) {
    const accuracy = numbers.percent(measured.accuracy);
    const said = withPerplexity(host, accuracy, measured.perplexity, measured.bitsPerCharacter);
    facts.push([translator.text('facts.accuracy'), said]);
  }
  for (const line of factLines(facts, '', factWidth(translator))) terminal.line(line);
  host.say(translator.text('ending.tell', { command: host.commandLine('tell', model) }));
}

/** Makes a model of what a run that nobody trains has learnt so far. */
export async function keepRun(host: Host, typed: string): Promise<void> {
  const id = runNamed(typed);
  const { job } = await (await host.studio()).request('runs.stop', { id });
  if (job === undefined) return;
  const { step, seconds, final } = await made<Run>(host, job);
  await tell(host, { run: id, model: id, steps: step, seconds, measured: final });
}

/** Makes a model of its own of one checkpoint of a run. */
export async function keepCheckpoint(host: Host, typed: string, step: number): Promise<void> {
  const id = runNamed(typed);
  const { language } = host.translator;
  const { job } = await (await host.studio()).request('runs.keep', { id, step, language });
  const { id: model, seconds = 0, metrics } = await made<ModelCard>(host, job);
  const { loss, accuracy, perplexity, bitsPerCharacter } = metrics;
  await tell(host, {
    run: id,
    model,
    steps: step,
    seconds,
    measured: { loss, accuracy, perplexity, bitsPerCharacter },
  });
}
