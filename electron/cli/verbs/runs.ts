import { toldApart } from '../../advice/told-apart.ts';
import { AesopError } from '../../contract/errors.ts';
import { HYPERPARAMETERS } from '../../contract/hyperparameter-table.ts';
import type { Run } from '../../contract/run.ts';
import type { Message } from '../../contract/message.ts';
import { terminalMessage } from '../../messages/terminal.ts';
import { toldApartText } from '../../messages/told-apart-text.ts';
import type { Host } from '../host.ts';
import { keepCheckpoint, keepRun } from '../keep-run.ts';
import { tellDamaged } from '../output/damaged.ts';
import { tableLines, titled, type NamedColumn } from '../output/table.ts';
import { integerFlag, textFlag, type Verb, type VerbOptions } from '../verb.ts';

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
  { name: 'differs', maximum: 40, optional: true },
];

function row({ numbers, translator }: Host, run: Run, apart: readonly Message[] | undefined): string[] {
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
    toldApartText(apart, name, translator),
  ];
}

const { maximum } = HYPERPARAMETERS.steps;
const step = integerFlag(
  'step',
  (range) => terminalMessage('values.ranged', { help: terminalMessage('flags.step'), range }),
  { minimum: 1, maximum },
  'runs',
);

/** @throws AesopError `argument-missing` where only a step of it is named */
function keptRun({ keep }: VerbOptions): string {
  if (keep !== undefined) return String(keep);
  throw new AesopError('argument-missing', {
    verb: 'runs',
    argument: terminalMessage('names.runId'),
    usage: 'aesop runs --keep fable-1 --step 250',
  });
}

/** The runs of the workspace, newest first, with what each has different from the others over its text. */
export const runs: Verb = {
  name: 'runs',
  arguments: [],
  flags: [textFlag('keep', 'runId', terminalMessage('flags.keep'), 'runs'), step],
  examples: [
    'aesop runs',
    'aesop runs --keep fable-1',
    'aesop runs --keep fable-1 --step 250',
    'aesop train --resume fable-1',
  ],
  async run(host, _args, options) {
    if (options.step !== undefined) return keepCheckpoint(host, keptRun(options), Number(options.step));
    if (options.keep !== undefined) return keepRun(host, keptRun(options));
    const state = await (await host.studio()).request('studio.state', {});
    const all = [...state.runs].sort((one, other) => other.createdAt.localeCompare(one.createdAt));
    for (const run of all) host.json({ type: 'run', ...host.forPrograms.run(run) });
    const areMissed = tellDamaged(host, state, 'runs');
    if (host.options.json) return;
    if (all.length === 0) return areMissed ? undefined : host.say(host.translator.text('workspace.noRuns'));
    const apart = toldApart(all);
    const rows = all.map((run) => row(host, run, apart.get(run.id)));
    for (const line of tableLines(titled(COLUMNS, host.translator), rows)) host.terminal.line(line);
  },
};
