import { readId } from '../../contract/common.ts';
import { AesopError } from '../../contract/errors.ts';
import type { Run } from '../../contract/run.ts';
import { terminalMessage } from '../../messages/terminal.ts';
import type { Host } from '../host.ts';
import { Interrupted } from '../interruptions.ts';
import { withPerplexity } from '../output/with-perplexity.ts';
import { factLines, tableLines, titled, type NamedColumn } from '../output/table.ts';
import { factWidth } from '../training/plan-lines.ts';
import { textFlag, type Verb } from '../verb.ts';

const COLUMNS: NamedColumn[] = [
  { name: 'id' },
  { name: 'name', maximum: 30 },
  { name: 'status' },
  { name: 'step', align: 'right' },
  { name: 'of', align: 'right' },
  { name: 'loss', align: 'right' },
  { name: 'accuracy', align: 'right' },
  { name: 'time', align: 'right' },
  { name: 'begun' },
];

function row({ numbers, translator }: Host, run: Run): string[] {
  const { date, decimal, duration, grouped, percent } = numbers;
  const { id, name, status, step, hyperparameters, final, last, seconds, createdAt } = run;
  const measured = final ?? last;
  return [
    id,
    name,
    translator.text(`status.${status}`),
    grouped(step),
    grouped(hyperparameters.steps),
    decimal(measured?.loss, 3),
    percent(measured?.accuracy),
    duration(seconds),
    date(createdAt),
  ];
}

function keptFacts(host: Host, path: string, { final }: Run): string[] {
  const { numbers, translator } = host;
  const facts: [string, string][] = [[translator.text('facts.model'), path]];
  if (final !== undefined) {
    const accuracy = numbers.percent(final.accuracy);
    const measured = withPerplexity(host, accuracy, final.perplexity, final.bitsPerCharacter);
    facts.push([translator.text('facts.accuracy'), measured]);
  }
  return factLines(facts, '', factWidth(translator));
}

/** Makes a model of what a run has learnt so far, live line included; Ctrl-C leaves its measuring off. */
async function keep(host: Host, typed: string): Promise<void> {
  const id = readId(typed);
  if (id === undefined) throw new AesopError('run-missing', { id: typed });
  const studio = await host.studio();
  const { job } = await studio.request('runs.stop', { id });
  if (job === undefined) return;
  const releases = [
    host.interruptions.on(() => void studio.request('jobs.cancel', { job }).catch(() => {})),
    studio.on('job.progress', (told) => {
      if (told.job === job) host.progress('measuring', told.fraction);
    }),
  ];
  try {
    const run = (await studio.wait(job)) as Run;
    const path = await host.modelPath(id);
    host.terminal.clearStatus();
    host.json({ type: 'kept', run: id, model: path, steps: run.step, seconds: run.seconds, ...run.final });
    if (host.options.json) return;
    if (host.options.quiet) return host.terminal.line(path);
    for (const line of keptFacts(host, path, run)) host.terminal.line(line);
    host.say(host.translator.text('ending.tell', { command: host.commandLine('tell', id) }));
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
  flags: [textFlag('keep', 'runId', terminalMessage('flags.keep'), 'runs')],
  examples: ['aesop runs', 'aesop runs --keep fable-1', 'aesop train --resume fable-1'],
  async run(host, _args, options) {
    if (options.keep !== undefined) return keep(host, String(options.keep));
    const state = await (await host.studio()).request('studio.state', {});
    const all = [...state.runs].sort((one, other) => other.createdAt.localeCompare(one.createdAt));
    for (const run of all) host.json({ type: 'run', ...host.forPrograms.run(run) });
    if (host.options.json) return;
    if (all.length === 0) return host.say(host.translator.text('workspace.noRuns'));
    const rows = all.map((run) => row(host, run));
    for (const line of tableLines(titled(COLUMNS, host.translator), rows)) host.terminal.line(line);
  },
};
