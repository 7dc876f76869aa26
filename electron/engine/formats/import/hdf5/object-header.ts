import { message } from '../../../../contract/message.ts';
import { damaged, unread } from '../faults.ts';
import { Fields, type Structure } from './structure.ts';

/** One thing that is said of an object, by its kind. */
export interface HeaderMessage {
  readonly kind: number;
  readonly body: Buffer;
}

/** Kinds of messages. */
export const KIND = {
  dataspace: 0x01,
  linkInfo: 0x02,
  datatype: 0x03,
  link: 0x06,
  external: 0x07,
  layout: 0x08,
  filters: 0x0b,
  attribute: 0x0c,
  continuation: 0x10,
  symbolTable: 0x11,
  attributeInfo: 0x15,
} as const;

/** Its body lies elsewhere, such as the type that several datasets share. */
const SHARED = 2;
const CHECKSUM = 4;

interface Block {
  readonly address: number;
  readonly length: number;
}

function collect(fields: Fields, version: 1 | 2, ordered: boolean, messages: HeaderMessage[], blocks: Block[]): void {
  const head = version === 1 ? 8 : ordered ? 6 : 4;
  while (fields.left >= head) {
    const kind = fields.number(version === 1 ? 2 : 1);
    const length = fields.number(2);
    const flags = fields.number(1);
    fields.skip(head - (version === 1 ? 5 : 4));
    const body = fields.take(length);
    if (kind === KIND.continuation) {
      const place = new Fields(body);
      blocks.push({ address: place.number(8), length: place.number(8) });
    } else if (flags & SHARED && kind !== KIND.attribute) throw unread(message('networks.hdf5-way', { way: 'shared' }));
    else messages.push({ kind, body });
  }
}

/** What is said of the object at that address, in whichever form of object header. */
export async function readMessages(structure: Structure, address: number): Promise<HeaderMessage[]> {
  const messages: HeaderMessage[] = [];
  const blocks: Block[] = [];
  const first = await structure.read(address, 16);
  const version = first.number(1) === 1 ? 1 : 2;
  let ordered = false;
  if (version === 1) {
    first.skip(7);
    blocks.push({ address: address + 16, length: first.number(4) });
  } else {
    first.at = 0;
    if (first.signature('OHDR').number(1) !== 2) throw damaged(message('phrases.header-unfit'));
    const flags = first.number(1);
    ordered = (flags & 4) !== 0;
    // times of day, and when attributes move elsewhere
    const before = 6 + (flags & 0x20 ? 16 : 0) + (flags & 0x10 ? 4 : 0);
    const bytes = 1 << (flags & 3);
    const length = (await structure.read(address + before, bytes)).number(bytes);
    collect(await structure.read(address + before + bytes, length), 2, ordered, messages, blocks);
  }
  for (let block = blocks.shift(); block; block = blocks.shift()) {
    const fields = await structure.read(block.address, block.length);
    if (version === 1) collect(fields, 1, false, messages, blocks);
    else {
      const inner = fields.signature('OCHK').take(fields.left - CHECKSUM);
      collect(new Fields(inner), 2, ordered, messages, blocks);
    }
  }
  return messages;
}
