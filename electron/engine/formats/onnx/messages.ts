import { bytesLater, bytesNow, embedded, float, integer, text, type Message } from '../protobuf.ts';

/** Fields by their numbers in onnx.proto (github.com/onnx/onnx), as far as a model of ours needs them. */
const FLOAT = 1;
const INT64 = 7;
const OPSET = 17;
/** The version that brought this opset. */
const IR_VERSION = 8;

/** What an attribute holds: AttributeProto.type says it again. */
type Attribute = number | string | readonly number[] | readonly string[] | Float32Array;

const isTexts = (values: readonly number[] | readonly string[]): values is readonly string[] =>
  typeof values[0] === 'string';

function attribute(name: string, value: Attribute): Message {
  const named = text(1, name);
  // a negative axis takes ten bytes, which none of ours needs
  if (typeof value === 'number') return embedded(5, named, integer(3, value), integer(20, 2));
  if (typeof value === 'string') return embedded(5, named, text(4, value), integer(20, 3));
  if (value instanceof Float32Array)
    return embedded(5, named, ...Array.from(value, (each) => float(7, each)), integer(20, 6));
  if (isTexts(value)) return embedded(5, named, ...value.map((each) => text(9, each)), integer(20, 8));
  return embedded(5, named, ...value.map((each) => integer(8, each)), integer(20, 7));
}

/** NodeProto in a graph. */
export const node = (
  op: string,
  inputs: readonly string[],
  outputs: readonly string[],
  attributes: Readonly<Record<string, Attribute>> = {},
): Message =>
  embedded(
    1,
    ...inputs.map((name) => text(1, name)),
    ...outputs.map((name) => text(2, name)),
    text(3, `${op.toLowerCase()}_${outputs.find((name) => name !== '')}`),
    text(4, op),
    ...Object.entries(attributes).map(([name, value]) => attribute(name, value)),
  );

/** TensorProto of float32 in a graph, whose numbers come later. */
export const weight = (name: string, shape: readonly number[]): Message => {
  const bytes = 4 * shape.reduce((product, length) => product * length, 1);
  const dims = shape.map((length) => integer(1, length));
  return embedded(5, ...dims, integer(2, FLOAT), text(8, name), bytesLater(9, { bytes, source: name }));
};

const little = (array: Float32Array | BigInt64Array) =>
  new Uint8Array(array.buffer, array.byteOffset, array.byteLength);

/** TensorProto of whole numbers, or of float32, in a graph. */
export function constant(name: string, shape: readonly number[], values: readonly number[], whole = true): Message {
  const raw = whole ? BigInt64Array.from(values, BigInt) : Float32Array.from(values);
  const dims = shape.map((length) => integer(1, length));
  return embedded(5, ...dims, integer(2, whole ? INT64 : FLOAT), text(8, name), bytesNow(9, little(raw)));
}

/** A dimension by its name, or as long as it is. */
type Dimension = number | string;

function value(field: number, name: string, type: number, shape: readonly Dimension[]): Message {
  const dims = shape.map((each) => embedded(1, typeof each === 'number' ? integer(1, each) : text(2, each)));
  return embedded(field, text(1, name), embedded(2, embedded(1, integer(1, type), embedded(2, ...dims))));
}

export const floatInput = (name: string, ...shape: Dimension[]): Message => value(11, name, FLOAT, shape);
export const idInput = (name: string, ...shape: Dimension[]): Message => value(11, name, INT64, shape);
export const floatOutput = (name: string, ...shape: Dimension[]): Message => value(12, name, FLOAT, shape);

/** The whole file: ModelProto around the parts of a GraphProto. */
export function modelMessage(
  parts: readonly Message[],
  { name, version, metadata }: { name: string; version: string; metadata: Readonly<Record<string, string>> },
): Message {
  return [
    ...integer(1, IR_VERSION),
    ...text(2, 'Aesop'),
    ...text(3, version),
    ...embedded(7, ...parts, text(2, name)),
    ...embedded(8, text(1, ''), integer(2, OPSET)),
    ...Object.entries(metadata).flatMap(([key, said]) => embedded(14, text(1, key), text(2, said))),
  ];
}
