import type { Run } from '../../contract/run.ts';
import { decimal, duration, grouped, localDate, percent } from '../output/numbers.ts';
import { onOneLine } from '../output/plain-text.ts';
import { tableLines, type Column } from '../output/table.ts';
import type { Verb } from '../verb.ts';

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
    onOneLine(name),
    status,
    grouped(step),
    grouped(hyperparameters.steps),
    decimal(measured?.loss, 3),
    percent(measured?.accuracy),
    duration(seconds),
    localDate(createdAt),
  ];
}

/** The runs of the workspace, newest first. */
export const runs: Verb = {
  name: 'runs',
  arguments: [],
  summary: 'List the runs of the workspace, newest first.',
  flags: [],
  examples: ['aesop runs', 'aesop train --resume <id>'],
  async run(host) {
    const state = await (await host.studio()).request('studio.state', {});
    const all = [...state.runs].sort((one, other) => other.createdAt.localeCompare(one.createdAt));
    for (const run of all) host.json({ type: 'run', ...run });
    if (host.options.json) return;
    if (all.length === 0) return host.say('No runs yet. Begin one with: aesop train <text>');
    for (const line of tableLines(COLUMNS, all.map(row))) host.terminal.line(line);
  },
};
