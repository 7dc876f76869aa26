import type { BookletSummary } from '../../contract/booklet.ts';
import { titleOf } from '../../contract/story.ts';
import { titleOfBooklet } from '../../typesetting/book-of.ts';
import type { Host } from '../host.ts';
import { tellDamaged } from '../output/damaged.ts';
import { tableLines, titled, type NamedColumn } from '../output/table.ts';
import { keptThings } from './kept-things.ts';

const BOOKLETS: NamedColumn[] = [
  { name: 'id' },
  { name: 'title', maximum: 40 },
  { name: 'pieces', align: 'right' },
  { name: 'changed' },
];
const PIECES: NamedColumn[] = [
  { name: 'id' },
  { name: 'what' },
  { name: 'model', maximum: 24 },
  { name: 'kept' },
  { name: 'begins', maximum: 50 },
];

/** The booklets of the workspace, the one changed last first. */
export async function listBooklets(host: Host): Promise<void> {
  const state = await (await host.studio()).request('studio.state', {});
  const newest = (one: BookletSummary, other: BookletSummary) => other.changedAt.localeCompare(one.changedAt);
  const all = [...state.booklets].sort(newest);
  for (const booklet of all) host.json({ type: 'booklet', ...booklet });
  const areMissed = tellDamaged(host, state, 'booklets');
  if (host.options.json) return;
  if (all.length === 0) return areMissed ? undefined : host.say(host.translator.text('workspace.noBooklets'));
  const { date, grouped } = host.numbers;
  const rows = all.map((booklet) => [
    booklet.id,
    titleOfBooklet(booklet, host.translator),
    grouped(booklet.pieces),
    date(booklet.changedAt),
  ]);
  for (const line of tableLines(titled(BOOKLETS, host.translator), rows)) host.terminal.line(line);
}

/** What is kept and can go into a booklet, in the order in which `make` takes it. */
export async function listPieces(host: Host, model: string | undefined): Promise<void> {
  const state = await (await host.studio()).request('studio.state', {});
  const things = await keptThings(host, model);
  for (const thing of things) host.json({ type: 'piece', ...thing });
  const areMissed = tellDamaged(host, state, 'stories', 'passages');
  if (host.options.json) return;
  const { translator } = host;
  if (things.length === 0) return areMissed ? undefined : host.say(translator.text('workspace.nothingKept'));
  const rows = things.map((thing) => [
    thing.id,
    translator.text(`pieces.${thing.what}`),
    state.models.find(({ id }) => id === thing.model)?.name ?? translator.text('told.modelGone'),
    host.numbers.date(thing.keptAt),
    titleOf(thing.begins),
  ]);
  for (const line of tableLines(titled(PIECES, host.translator), rows)) host.terminal.line(line);
}
