import { idSchema } from '../../contract/common.ts';
import { AesopError } from '../../contract/errors.ts';
import type { Run } from '../../contract/run.ts';
import type { Host } from '../host.ts';
import { Interrupted } from '../interruptions.ts';
import { decimal, duration, grouped, localDate, percent } from '../output/numbers.ts';
import { progressLine } from '../output/progress-bar.ts';
import { tableLines, type Column } from '../output/table.ts';
import { textFlag, type Verb } from '../verb.ts';

const COLUMNS: Column[] = [
  { title: 'id' },
  { title: 'name', maximum: 30 },
  { title: 'status' },
  { title: 'step', align: 'right' },
  { title: 'of', align: 'right' },
  { title: 'loss', align: 'right' },
  { title: 'accuracy', align: 'right' },
  { title: 'time', align: 'right' },
  { title: 'begun' },
];

function row(run: Run): string[] {
  const { id, name, status, step, hyperparameters, final, last, seconds, createdAt } = run;
  const measured = final ?? last;
  return [
    id,
    name,
    status,
    grouped(step),
    grouped(hyperparameters.steps),
    decimal(measured?.loss, 3),
    percent(measured?.accuracy),
    duration(seconds),
    localDate(createdAt),
  ];
}

/** Makes a model of what a run has learnt so far, live line included; Ctrl-C leaves its measuring off. */
async function keep(host: Host, id: string): Promise<void> {
  if (!idSchema.safeParse(id).success) throw new AesopError('run-missing', { id });
  const studio = await host.studio();
  const { job } = await studio.request('runs.stop', { id });
  if (job === undefined) return;
  const releases = [
    host.interruptions.on(() => void studio.request('jobs.cancel', { job }).catch(() => {})),
    studio.on('job.progress', (told) => {
      if (told.job === job) host.terminal.status(progressLine(told.fraction, ['measuring'], host.terminal.columns));
    }),
  ];
  try {
    const run = (await studio.wait(job)) as Run;
    const path = await host.modelPath(id);
    host.terminal.clearStatus();
    host.json({ type: 'kept', run: id, model: path, steps: run.step, seconds: run.seconds, ...run.final });
    if (host.options.json) return;
    host.terminal.line(host.options.quiet ? path : `model     ${path}`);
    if (run.final !== undefined)
      host.say(`accuracy  ${percent(run.final.accuracy)}, perplexity ${decimal(run.final.perplexity, 2)}`);
    host.say(`Tell a story with: ${host.commandLine('tell', id)}`);
  } catch (error) {
    throw host.interruptions.count > 0 ? new Interrupted() : error;
  } finally {
    releases.forEach((release) => release());
    host.terminal.clearStatus();
  }
}

/** The runs of the workspace, newest first. */
export const runs: Verb = {
  name: 'runs',
  arguments: [],
  summary: 'List the runs of the workspace, newest first; make a model of one that was cut short.',
  flags: [
    textFlag('keep', 'run id', 'Makes a model of what a paused, failed or stopped run has learnt so far.', 'Runs'),
  ],
  examples: ['aesop runs', 'aesop runs --keep fable-1', 'aesop train --resume fable-1'],
  async run(host, _args, options) {
    if (options.keep !== undefined) return keep(host, String(options.keep));
    const state = await (await host.studio()).request('studio.state', {});
    const all = [...state.runs].sort((one, other) => other.createdAt.localeCompare(one.createdAt));
    for (const run of all) host.json({ type: 'run', ...run });
    if (host.options.json) return;
    if (all.length === 0) return host.say('No runs yet. Begin one with: aesop train <text>');
    for (const line of tableLines(COLUMNS, all.map(row))) host.terminal.line(line);
  },
};
