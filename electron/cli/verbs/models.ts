import { decimal, grouped, localDate, percent } from '../output/numbers.ts';
import { tableLines, type Column } from '../output/table.ts';
import type { Verb } from '../verb.ts';

const COLUMNS: Column[] = [
  { title: 'id' },
  { title: 'name', maximum: 30 },
  { title: 'text', maximum: 24 },
  { title: 'parameters', align: 'right' },
  { title: 'steps', align: 'right' },
  { title: 'accuracy', align: 'right' },
  { title: 'perplexity', align: 'right' },
  { title: 'made' },
];

/** The models of the workspace, newest first. */
export const models: Verb = {
  name: 'models',
  arguments: [],
  summary: 'List the models of the workspace, newest first.',
  flags: [],
  examples: ['aesop models', 'aesop models --json'],
  async run(host) {
    const state = await (await host.studio()).request('studio.state', {});
    const cards = [...state.models].sort((one, other) => other.createdAt.localeCompare(one.createdAt));
    for (const card of cards) host.json({ type: 'model', ...card });
    if (host.options.json) return;
    if (cards.length === 0) return host.say('No models yet. Make one with: aesop train <text>');
    const rows = cards.map((card) => [
      card.id,
      card.name,
      card.corpus.name,
      grouped(card.parameters),
      grouped(card.step),
      percent(card.metrics.accuracy),
      decimal(card.metrics.perplexity, 2),
      localDate(card.createdAt),
    ]);
    for (const line of tableLines(COLUMNS, rows)) host.terminal.line(line);
  },
};
