import { message } from '../../../../contract/message.ts';
import { unread } from '../faults.ts';
import { KIND, type HeaderMessage } from './object-header.ts';
import { Fields, NOWHERE, type Structure } from './structure.ts';

/** Objects of a group by their names: addresses of their headers. */
type Children = Map<string, number>;

const TREE_HEAD = 24;
const ENTRY = 40;
/** An entry that names another object by a path; such are not followed. */
const SOFT = 2;

/** A name in a heap ends with a zero. */
function nameAt(names: Buffer, at: number): string {
  const end = names.indexOf(0, at);
  if (at >= names.length || end < 0) throw new RangeError(`no name at ${at}`);
  return names.toString('utf8', at, end);
}

/** The form of group that every HDF5 knows: a tree of leaves that name headers, the names in a heap. */
async function readTree(structure: Structure, tree: number, names: Buffer, children: Children): Promise<void> {
  const head = (await structure.read(tree, TREE_HEAD)).signature('TREE').skip(1);
  const level = head.number(1);
  const entries = head.number(2);
  const places = await structure.read(tree + TREE_HEAD, entries * 16 + 8);
  for (let n = 0; n < entries; n++) {
    const child = places.skip(8).number(8);
    if (level > 0) await readTree(structure, child, names, children);
    else await readLeaf(structure, child, names, children);
  }
}

async function readLeaf(structure: Structure, leaf: number, names: Buffer, children: Children): Promise<void> {
  const count = (await structure.read(leaf, 8)).signature('SNOD').skip(2).number(2);
  const entries = await structure.read(leaf + 8, count * ENTRY);
  for (let n = 0; n < count; n++) {
    const [name, header, kind] = [entries.number(8), entries.number(8), entries.number(4)];
    entries.skip(20);
    if (kind !== SOFT) children.set(nameAt(names, name), header);
  }
}

/** A group of the newer form says each of its children in a message. */
function readLink(body: Buffer, children: Children): void {
  const fields = new Fields(body).skip(1);
  const flags = fields.number(1);
  const hard = !(flags & 8) || fields.number(1) === 0;
  fields.skip((flags & 4 ? 8 : 0) + (flags & 0x10 ? 1 : 0));
  const name = fields.take(fields.number(1 << (flags & 3))).toString('utf8');
  // no path, let alone of another file, is followed
  if (hard) children.set(name, fields.number(8));
}

/** More than this many children are kept elsewhere by the newest form, which h5py writes only when told to. */
function checkCompact(body: Buffer): void {
  const fields = new Fields(body).skip(1);
  const heap = fields.skip(fields.number(1) & 1 ? 8 : 0).number(8);
  if (heap !== NOWHERE) throw unread(message('networks.hdf5-way', { way: 'dense links' }));
}

/** @param messages of the group's header; an object that is no group has no children */
export async function readChildren(structure: Structure, messages: readonly HeaderMessage[]): Promise<Children> {
  const children: Children = new Map();
  for (const { kind, body } of messages) {
    if (kind === KIND.link) readLink(body, children);
    else if (kind === KIND.linkInfo) checkCompact(body);
    else if (kind === KIND.symbolTable) {
      const fields = new Fields(body);
      const [tree, heap] = [fields.number(8), fields.number(8)];
      const head = (await structure.read(heap, 32)).signature('HEAP').skip(4);
      const bytes = head.number(8);
      const names = await structure.read(head.skip(8).number(8), bytes);
      await readTree(structure, tree, names.bytes, children);
    }
  }
  return children;
}
