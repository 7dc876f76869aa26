import { bytesLater, bytesNow, embedded, integer, text, type Message } from '../protobuf.ts';

/** Types as TensorFlow numbers them (tensorflow/core/framework/types.proto). */
export const FLOAT = 1;
export const INT32 = 3;
/** The version of TensorFlow's graphs that these are written for (2.21's). */
const PRODUCER = 1882;
/** -1, a length that may be any, in the ten bytes that a negative number takes. */
const ANY: Message = [Uint8Array.from([8, 255, 255, 255, 255, 255, 255, 255, 255, 255, 1])];

/** The content of a TensorShapeProto. */
const dims = (shape: readonly (number | null)[]): Message =>
  shape.flatMap((length) => embedded(2, length === null ? ANY : integer(1, length)));

/** The content of an AttrValue. */
export type Value = Message;
export const whole = (value: number): Value => integer(3, value);
export const truth = (value: boolean): Value => integer(5, Number(value));
export const type = (value: number): Value => integer(6, value);
export const said = (value: string): Value => text(2, value);
export const shaped = (shape: readonly (number | null)[]): Value => embedded(7, dims(shape));

/** A NodeDef in a GraphDef. @param inputs `node` or `node:output` */
export const node = (
  name: string,
  op: string,
  inputs: readonly string[],
  attributes: Readonly<Record<string, Value>>,
): Message =>
  embedded(
    1,
    ...[text(1, name), text(2, op), ...inputs.map((input) => text(3, input))],
    ...Object.entries(attributes).map(([key, value]) => embedded(5, text(1, key), embedded(2, value))),
  );

const tensor = (kind: number, shape: readonly number[], content: Message): Value =>
  embedded(8, integer(1, kind), embedded(2, dims(shape)), content);

/** A constant of float32 whose numbers come later, under its name. */
export const weight = (name: string, shape: readonly number[]): Message => {
  const bytes = 4 * shape.reduce((product, length) => product * length, 1);
  const value = tensor(FLOAT, shape, bytesLater(4, { bytes, source: name }));
  return node(name, 'Const', [], { dtype: type(FLOAT), value });
};

/** A number as a constant: a whole one, or a float32. */
export const constant = (name: string, value: number, kind = INT32): Message => {
  const numbers = kind === INT32 ? Int32Array.of(value) : Float32Array.of(value);
  const content = bytesNow(4, new Uint8Array(numbers.buffer));
  return node(name, 'Const', [], { dtype: type(kind), value: tensor(kind, [], content) });
};

/** What a signature takes or gives under a name. */
export interface Argument {
  readonly name: string;
  /** `node:output` */
  readonly tensor: string;
  readonly type: number;
  readonly shape: readonly (number | null)[];
}

export interface Signature {
  readonly inputs: readonly Argument[];
  readonly outputs: readonly Argument[];
}

const argument = (field: number, { name, tensor, type, shape }: Argument): Message =>
  embedded(field, text(1, name), embedded(2, text(1, tensor), integer(2, type), embedded(3, dims(shape))));

const signature = (name: string, { inputs, outputs }: Signature): Message =>
  embedded(
    5,
    text(1, name),
    embedded(
      2,
      ...inputs.map((each) => argument(1, each)),
      ...outputs.map((each) => argument(2, each)),
      text(3, 'tensorflow/serving/predict'),
    ),
  );

/** The whole of saved_model.pb (tensorflow/core/protobuf/saved_model.proto). */
export function savedModelMessage(
  nodes: readonly Message[],
  signatures: Readonly<Record<string, Signature>>,
  tensorflow: string,
): Message {
  const info = embedded(1, text(4, 'serve'), text(5, tensorflow));
  const graph = embedded(2, ...nodes, embedded(4, integer(1, PRODUCER)));
  const named = Object.entries(signatures).map(([name, each]) => signature(name, each));
  return [...integer(1, 1), ...embedded(2, info, graph, ...named)];
}
