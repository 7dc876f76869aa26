/** Parts of an HDF5 file as its specification 3.0 lays them out, in the forms that every reader since 1.0 knows. */

const UNDEFINED = 0xffffffffffffffffn;
/** Entries that a leaf of a group's tree has room for, half of them; a group of ours has no more children. */
export const LEAF_K = 16;
const INTERNAL_K = 16;

const u16 = (value: number) => Buffer.from([value & 0xff, value >> 8]);
function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
function u64(value: number | bigint): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(BigInt(value));
  return bytes;
}
export const padded = (bytes: Buffer, multiple = 8): Buffer =>
  Buffer.concat([bytes, Buffer.alloc((multiple - (bytes.length % multiple)) % multiple)]);

/** Version 0 superblock, which the root group's entry ends. */
export const SUPERBLOCK_BYTES = 96;
export function superblock(root: { header: number; tree: number; heap: number }, end: number): Buffer {
  return Buffer.concat([
    Buffer.from([0x89, 0x48, 0x44, 0x46, 0x0d, 0x0a, 0x1a, 0x0a]),
    Buffer.from([0, 0, 0, 0, 0, 8, 8, 0]),
    ...[u16(LEAF_K), u16(INTERNAL_K), u32(0)],
    ...[u64(0), u64(UNDEFINED), u64(end), u64(UNDEFINED)],
    // what is known of the root group is kept in its entry
    ...[u64(0), u64(root.header), u32(1), u32(0), u64(root.tree), u64(root.heap)],
  ]);
}

/** A message of an object header. */
const message = (type: number, content: Buffer): Buffer => {
  const data = padded(content);
  return Buffer.concat([u16(type), u16(data.length), Buffer.alloc(4), data]);
};

export function objectHeader(messages: readonly Buffer[]): Buffer {
  const content = Buffer.concat(messages);
  return Buffer.concat([Buffer.from([1, 0]), u16(messages.length), u32(1), u32(content.length), u32(0), content]);
}

export const symbolTable = (tree: number, heap: number): Buffer => message(0x11, Buffer.concat([u64(tree), u64(heap)]));

const dataspace = (shape: readonly number[]): Buffer =>
  Buffer.concat([Buffer.from([1, shape.length, 0, 0, 0, 0, 0, 0]), ...shape.map(u64)]);

/** IEEE float32, little-endian: sign at bit 31, exponent of 8 bits at 23, mantissa of 23. */
const FLOAT32 = Buffer.concat([
  ...[Buffer.from([0x11, 0x20, 31, 0]), u32(4), u16(0), u16(32)],
  ...[Buffer.from([23, 8, 0, 23]), u32(127)],
]);
/** UTF-8 of that many bytes, filled up with zeros. */
const text = (bytes: number): Buffer => Buffer.concat([Buffer.from([0x13, 0x11, 0, 0]), u32(bytes)]);

/** The messages of a dataset of float32 whose numbers lie in one piece. */
export function dataset(shape: readonly number[], address: number): Buffer[] {
  const bytes = 4 * shape.reduce((product, length) => product * length, 1);
  return [
    message(0x01, dataspace(shape)),
    message(0x03, FLOAT32),
    // space is there from the beginning, and no value fills it
    message(0x05, Buffer.from([2, 1, 2, 0])),
    message(0x08, Buffer.concat([Buffer.from([3, 1]), u64(address), u64(bytes)])),
  ];
}

/** A text, or a list of texts, that is known of an object. */
export function attribute(name: string, value: string | readonly string[]): Buffer {
  const texts = (typeof value === 'string' ? [value] : value).map((each) => Buffer.from(each));
  const longest = Math.max(1, ...texts.map(({ length }) => length));
  const type = text(longest);
  const space = dataspace(typeof value === 'string' ? [] : [texts.length]);
  const named = Buffer.from(`${name}\0`);
  const head = Buffer.concat([Buffer.from([3, 0]), u16(named.length), u16(type.length), u16(space.length)]);
  // version 3: the name is UTF-8, nothing is filled up
  const data = texts.map((each) => Buffer.concat([each, Buffer.alloc(longest - each.length)]));
  return message(0x0c, Buffer.concat([head, Buffer.from([1]), named, type, space, ...data]));
}

/** The names of a group's children one behind the other, and where each begins. */
export function localHeap(names: readonly string[]): { data: Buffer; offsets: number[] } {
  let data = Buffer.alloc(8);
  const offsets = names.map((name) => {
    const at = data.length;
    data = Buffer.concat([data, padded(Buffer.from(`${name}\0`))]);
    return at;
  });
  return { data, offsets };
}
export const HEAP_BYTES = 32;
export const heapHeader = (bytes: number, address: number): Buffer =>
  // 1: nothing in it is free
  Buffer.concat([Buffer.from('HEAP'), Buffer.alloc(4), u64(bytes), u64(1), u64(address)]);

export const TREE_BYTES = 24 + 8 * (4 * INTERNAL_K + 1);
/** A tree of one leaf. @param last where the name of its last child begins in the heap */
export const treeNode = (leaf: number, last: number): Buffer => {
  const head = [Buffer.from('TREE'), Buffer.from([0, 0]), u16(1), u64(UNDEFINED), u64(UNDEFINED)];
  const node = Buffer.concat([...head, u64(0), u64(leaf), u64(last)]);
  return Buffer.concat([node, Buffer.alloc(TREE_BYTES - node.length)]);
};

const ENTRY = 40;
export const LEAF_BYTES = 8 + 2 * LEAF_K * ENTRY;
/** The children of a group, by rising name. */
export function leafNode(children: readonly { name: number; header: number }[]): Buffer {
  const entries = children.map(({ name, header }) => Buffer.concat([u64(name), u64(header), Buffer.alloc(24)]));
  const node = Buffer.concat([Buffer.from('SNOD'), Buffer.from([1, 0]), u16(children.length), ...entries]);
  return Buffer.concat([node, Buffer.alloc(LEAF_BYTES - node.length)]);
}
