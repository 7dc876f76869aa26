/** What WebAssembly's binary format is made of (webassembly.github.io/spec/core/binary), as far as one function needs it. */
export type Code = readonly number[];

const VERSION = [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00];
const I32 = 0x7f;
const V128 = 0x7b;
const EMPTY_BLOCK = 0x40;

/** LEB128: seven bits a byte, the lowest first; `signed` as constants want it. */
function leb(value: number, signed = false): number[] {
  const bytes: number[] = [];
  for (let rest = value; ;) {
    const low = rest & 0x7f;
    rest >>= 7;
    const last = signed ? (rest === 0 && (low & 0x40) === 0) || (rest === -1 && (low & 0x40) !== 0) : rest === 0;
    bytes.push(last ? low : low | 0x80);
    if (last) return bytes;
  }
}

const simd = (opcode: number, ...immediate: number[]): number[] => [0xfd, ...leb(opcode), ...immediate];
/** alignment as a power of two, then the offset from the address */
const place = (alignment: number, offset: number): number[] => [alignment, ...leb(offset)];

/** Instructions; operands come first, as on the stack. */
export const op = {
  get: (local: number): Code => [0x20, ...leb(local)],
  set: (local: number): Code => [0x21, ...leb(local)],
  /** local += amount, where the amount is code */
  advance: (local: number, amount: Code): Code => [0x20, ...leb(local), ...amount, 0x6a, 0x21, ...leb(local)],
  constant: (value: number): Code => [0x41, ...leb(value, true)],
  multiply: (a: Code, b: Code): Code => [...a, ...b, 0x6c],
  /** repeats `body`, `count` times at least once, counting the local down to 0 */
  repeat: (count: number, body: Code): Code => [
    ...[0x03, EMPTY_BLOCK, ...body],
    ...[0x20, ...leb(count), 0x41, 0x7f, 0x6a, 0x22, ...leb(count), 0x0d, 0x00, 0x0b],
  ],
  /** four floats from an address */
  load: (address: number, offset: number): Code => [0x20, ...leb(address), ...simd(0x00, ...place(2, offset))],
  /** one float from an address, four times */
  loadSplat: (address: number): Code => [0x20, ...leb(address), ...simd(0x09, ...place(2, 0))],
  store: (address: number, offset: number, value: Code): Code => [
    ...[0x20, ...leb(address), ...value],
    ...simd(0x0b, ...place(2, offset)),
  ],
  addFloats: (a: Code, b: Code): Code => [...a, ...b, ...simd(0xe4)],
  multiplyFloats: (a: Code, b: Code): Code => [...a, ...b, ...simd(0xe6)],
};

const vector = (items: readonly Code[]): number[] => [...leb(items.length), ...items.flat()];
const sized = (content: Code): number[] => [...leb(content.length), ...content];
const section = (id: number, content: Code): number[] => [id, ...sized(content)];
const text = (value: string): number[] => sized([...Buffer.from(value)]);

/**
 * A module of one exported function `run` over int32 parameters, which returns nothing, on the memory `env.memory`.
 * @param locals how many int32 and vectors it has beside its parameters; they are numbered on from these, in this order
 */
export function moduleOf(
  parameters: number,
  locals: { i32: number; v128: number },
  body: Code,
): Uint8Array<ArrayBuffer> {
  const type = [0x60, ...vector(Array.from({ length: parameters }, () => [I32])), ...vector([])];
  const memory = [...text('env'), ...text('memory'), 0x02, 0x00, 0x00];
  const own = vector([
    [...leb(locals.i32), I32],
    [...leb(locals.v128), V128],
  ]);
  return Uint8Array.from([
    ...VERSION,
    ...section(1, vector([type])),
    ...section(2, vector([memory])),
    ...section(3, vector([[0x00]])),
    ...section(7, vector([[...text('run'), 0x00, 0x00]])),
    ...section(10, vector([sized([...own, ...body, 0x0b])])),
  ]);
}
