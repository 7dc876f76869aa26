import { quality } from '../../advice/model-quality.ts';
import { toldApart } from '../../advice/told-apart.ts';
import { toldApartText } from '../../messages/told-apart-text.ts';
import { tellDamaged } from '../output/damaged.ts';
import { tableLines, titled, type NamedColumn } from '../output/table.ts';
import type { Verb } from '../verb.ts';

const COLUMNS: NamedColumn[] = [
  { name: 'id' },
  { name: 'name', maximum: 30 },
  { name: 'text', maximum: 24 },
  { name: 'parameters', align: 'right' },
  { name: 'steps', align: 'right' },
  { name: 'accuracy', align: 'right' },
  { name: 'perplexity', align: 'right' },
  { name: 'made' },
  { name: 'differs', maximum: 40, optional: true },
];

/** The models of the workspace, newest first, by the figures of the Shelf and with what each has different from the others over its text. */
export const models: Verb = {
  name: 'models',
  arguments: [],
  flags: [],
  examples: ['aesop models', 'aesop models --json'],
  async run(host) {
    const state = await (await host.studio()).request('studio.state', {});
    const cards = [...state.models].sort((one, other) => other.createdAt.localeCompare(one.createdAt));
    for (const card of cards) host.json({ type: 'model', ...card });
    const areMissed = tellDamaged(host, state, 'models');
    if (host.options.json) return;
    if (cards.length === 0) return areMissed ? undefined : host.say(host.translator.text('workspace.noModels'));
    const { date, decimal, grouped, percent } = host.numbers;
    const apart = toldApart(cards);
    const rows = cards.map((card) => [
      card.id,
      card.name,
      card.corpus?.name ?? '–',
      grouped(card.parameters),
      card.step === undefined ? '–' : grouped(card.step),
      percent(card.metrics.accuracy),
      decimal(quality(card).perplexity, 2),
      date(card.createdAt),
      toldApartText(apart.get(card.id), card.name, host.translator),
    ]);
    for (const line of tableLines(titled(COLUMNS, host.translator), rows)) host.terminal.line(line);
  },
};
