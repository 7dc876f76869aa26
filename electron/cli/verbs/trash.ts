import { readId } from '../../contract/common.ts';
import { AesopError } from '../../contract/errors.ts';
import { deletableKinds, type Deleted } from '../../contract/machine.ts';
import { terminalMessage } from '../../messages/terminal.ts';
import type { Studio } from '../../studio/index.ts';
import type { Host } from '../host.ts';
import { tableLines, titled, type NamedColumn } from '../output/table.ts';
import { switchFlag, textFlag, type Verb } from '../verb.ts';

const COLUMNS: NamedColumn[] = [{ name: 'thing' }, { name: 'name', maximum: 40 }, { name: 'deleted' }];

type Thing = Pick<Deleted, 'kind' | 'id'>;

const things = (count: number) => terminalMessage('workspace.things', { count });
/** A run and its model have one id: what is named tells its kind too, as the folders of the workspace do. */
const nameOf = ({ kind, id }: Thing) => `${kind}/${id}`;

/**
 * What is meant by `runs/fable-1`, or by `fable-1` alone.
 * @throws AesopError `trash-missing`, `trash-several` where several kinds have that id
 */
async function findDeleted(studio: Studio, typed: string): Promise<Thing> {
  const [head, ...rest] = typed.split('/');
  const kind = deletableKinds.find((each) => each === head);
  if (kind && rest.length > 0) {
    const id = readId(rest.join('/'));
    if (id === undefined) throw new AesopError('trash-missing', { id: typed });
    return { kind, id };
  }
  const id = readId(typed);
  const kinds = id === undefined ? [] : (await studio.request('trash.find', { id })).kinds;
  if (id === undefined || kinds.length === 0) throw new AesopError('trash-missing', { id: typed });
  if (kinds.length === 1) return { kind: kinds[0], id };
  throw new AesopError('trash-several', {
    id: typed,
    names: kinds.map((each) => nameOf({ kind: each, id })).join(', '),
  });
}

async function restore(host: Host, typed: string): Promise<void> {
  const studio = await host.studio();
  const { kind, id } = await findDeleted(studio, typed);
  await studio.request(`${kind}.restore`, { id });
  host.json({ type: 'restored', kind, id });
  host.say(host.translator.text('workspace.restored', { name: nameOf({ kind, id }) }));
}

async function empty(host: Host): Promise<void> {
  const gone = await (await host.studio()).request('trash.empty', {});
  host.json({ type: 'emptied', ...gone });
  const size = host.numbers.bytes(gone.bytes);
  host.say(host.translator.text('workspace.emptied', { things: things(gone.items), size }));
}

async function list(host: Host): Promise<void> {
  const { terminal, translator, numbers } = host;
  const studio = await host.studio();
  const found = await studio.request('trash.describe', {});
  const { things: listed, more } = await studio.request('trash.list', {});
  for (const thing of listed) host.json({ type: 'deleted', ...thing });
  host.json({ type: 'trash', ...found });
  if (host.options.json) return;
  if (found.oldest === null) return terminal.line(translator.text('workspace.trashEmpty'));
  const rows = listed.map((thing) => [nameOf(thing), thing.name, numbers.date(thing.deletedAt)]);
  if (rows.length > 0) for (const line of tableLines(titled(COLUMNS, translator), rows)) terminal.line(line);
  if (more > 0) terminal.line(translator.text('workspace.trashMore', { count: more }));
  const held = { things: things(found.items), size: numbers.bytes(found.bytes), date: numbers.date(found.oldest) };
  terminal.line(translator.text('workspace.trash', held));
  if (listed.length > 0) {
    const command = host.commandLine('trash', '--restore', nameOf(listed[0]));
    host.say(translator.text('workspace.restoreTrash', { command }));
  }
  host.say(translator.text('workspace.emptyTrash', { command: host.commandLine('trash', '--empty') }));
}

/** What was deleted and still takes room: listed, brought back, deleted for good. */
export const trash: Verb = {
  name: 'trash',
  arguments: [],
  flags: [
    textFlag('restore', 'thing', terminalMessage('flags.restore'), 'trash'),
    switchFlag('empty', terminalMessage('flags.empty'), 'trash'),
  ],
  alternatives: ['restore', 'empty'],
  examples: ['aesop trash', 'aesop trash --restore runs/fable-1', 'aesop trash --empty'],
  async run(host, _args, options) {
    if (options.restore !== undefined) return restore(host, String(options.restore));
    return options.empty === true ? empty(host) : list(host);
  },
};
