/** Wire types of protocol buffers (protobuf.dev/programming-guides/encoding). */
const VARINT = 0;
const LENGTH_DELIMITED = 2;
const FIXED_32 = 5;

function varint(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  for (; rest >= 0x80; rest = Math.floor(rest / 0x80)) bytes.push((rest % 0x80) | 0x80);
  return [...bytes, rest];
}

/** Bytes to come that nobody holds yet: only how many is known. */
export interface Later {
  readonly bytes: number;
  /** which they are */
  readonly source: string;
}

/** A message as stretches that stand one behind the other, of which some come later. */
export type Message = readonly (Uint8Array | Later)[];

export const lengthOf = (message: Message): number =>
  message.reduce((sum, part) => sum + ('source' in part ? part.bytes : part.length), 0);

/** A whole number from 0 on. */
export const integer = (field: number, value: number): Message => [
  Uint8Array.from([...varint(field * 8 + VARINT), ...varint(value)]),
];

/** A float32. */
export const float = (field: number, value: number): Message => [
  Uint8Array.from(varint(field * 8 + FIXED_32)),
  new Uint8Array(Float32Array.of(value).buffer),
];

/** A message in another. */
export const embedded = (field: number, ...parts: readonly Message[]): Message => {
  const content = parts.flat();
  return [Uint8Array.from([...varint(field * 8 + LENGTH_DELIMITED), ...varint(lengthOf(content))]), ...content];
};

export const text = (field: number, value: string): Message => embedded(field, [Buffer.from(value)]);
export const bytesLater = (field: number, later: Later): Message => embedded(field, [later]);
export const bytesNow = (field: number, bytes: Uint8Array): Message => embedded(field, [bytes]);
