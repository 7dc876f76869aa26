import { message } from '../../../../contract/message.ts';
import { unread } from '../faults.ts';
import { KIND, type HeaderMessage } from './object-header.ts';
import { Fields, NOWHERE, type Structure } from './structure.ts';
import { readShape } from './shape.ts';

/** Classes of types. */
const [STRING, VARIABLE] = [3, 9];
/** Bytes of a place in a global heap: length, address of the heap, number in it. */
const PLACE = 16;

const untilZero = (text: Buffer): string => {
  const end = text.indexOf(0);
  return text.toString('utf8', 0, end < 0 ? text.length : end);
};

/** Object `number` of the global heap at that address. */
async function fromHeap(structure: Structure, address: number, number: number): Promise<Buffer> {
  const bytes = (await structure.read(address, 16)).signature('GCOL').skip(4).number(8);
  const objects = await structure.read(address + 16, Math.max(0, bytes - 16));
  while (objects.left >= 16) {
    const index = objects.number(2);
    const length = objects.skip(6).number(8);
    if (index === number) return objects.take(length);
    // 0: the rest is free
    if (index === 0) break;
    objects.skip(8 * Math.ceil(length / 8));
  }
  throw new RangeError(`no object ${number} in the heap at ${address}`);
}

/** The texts that an attribute is of; none where it is of something else. */
async function textsOf(structure: Structure, type: Buffer, space: Buffer, data: Fields): Promise<string[]> {
  const fields = new Fields(type);
  const kind = fields.number(1) & 15;
  const strings = kind === STRING || (kind === VARIABLE && (fields.number(1) & 15) === 1);
  if (!strings) return [];
  const count = readShape(space).reduce((product, length) => product * length, 1);
  const length = kind === STRING ? new Fields(type, 4).number(4) : PLACE;
  // before anything is made of so many
  if (count * length > data.left) throw new RangeError(`${count} texts in ${data.left} bytes`);
  const texts: string[] = [];
  for (let n = 0; n < count; n++) {
    if (kind === STRING) texts.push(untilZero(data.take(length)));
    else {
      const [bytes, address, number] = [data.number(4), data.number(8), data.number(4)];
      const none = bytes === 0 || address === 0 || address === NOWHERE;
      texts.push(none ? '' : untilZero((await fromHeap(structure, address, number)).subarray(0, bytes)));
    }
  }
  return texts;
}

interface Attribute {
  readonly name: string;
  readonly type: Buffer;
  readonly space: Buffer;
  readonly data: Fields;
}

function attributeOf(body: Buffer): Attribute {
  const fields = new Fields(body);
  const version = fields.number(1);
  const shared = version > 1 && fields.number(1) !== 0;
  if (version === 1) fields.skip(1);
  const lengths = [fields.number(2), fields.number(2), fields.number(2)];
  if (version > 2) fields.skip(1);
  const part = (length: number) => {
    const taken = fields.take(length);
    // the oldest form fills its parts up
    if (version === 1) fields.skip((8 - (length % 8)) % 8);
    return taken;
  };
  const [name, type, space] = lengths.map(part);
  if (shared) throw unread(message('networks.hdf5-way', { way: 'shared' }));
  return { name: untilZero(name), type, space, data: fields };
}

/** The texts of the attribute of that name; nothing where there is none. */
export async function readTexts(
  structure: Structure,
  messages: readonly HeaderMessage[],
  name: string,
): Promise<string[] | undefined> {
  for (const { kind, body } of messages) {
    if (kind === KIND.attribute) {
      const attribute = attributeOf(body);
      if (attribute.name === name) return textsOf(structure, attribute.type, attribute.space, attribute.data);
    }
    if (kind === KIND.attributeInfo) {
      const fields = new Fields(body).skip(1);
      const heap = fields.skip(fields.number(1) & 1 ? 2 : 0).number(8);
      if (heap !== NOWHERE) throw unread(message('networks.hdf5-way', { way: 'dense attributes' }));
    }
  }
  return undefined;
}
