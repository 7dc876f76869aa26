import { message } from '../../../../contract/message.ts';
import { damaged } from '../faults.ts';
import { Fields, type Span } from './fields.ts';

/** Of ours with the most layers some hundreds. */
const MOST_PARTS = 2_000;
const MOST_DIMENSIONS = 8;

/** A tensor that comes with a graph, and where its numbers lie. */
export interface Initializer {
  readonly name: string;
  readonly shape: readonly number[];
  /** by TensorProto.DataType: 1 is float32 */
  readonly type: number;
  readonly data: Span;
}

/** What is read of an ONNX file: who wrote it, its operators and its tensors. */
export interface OnnxFile {
  readonly producer: string;
  readonly name: string;
  readonly metadata: ReadonlyMap<string, string>;
  /** operator of each node, with the names of its attributes */
  readonly nodes: readonly { readonly op: string; readonly attributes: readonly string[] }[];
  readonly initializers: ReadonlyMap<string, Initializer>;
}

const NOTHING: Span = { start: 0, end: 0 };
const torn = () => damaged(message('phrases.message-torn'));

async function initializer(fields: Fields, span: Span): Promise<Initializer> {
  const shape: number[] = [];
  let [name, type, data] = ['', 0, NOTHING];
  for await (const part of fields.of(span)) {
    if (part.field === 1) shape.push(...(await fields.numbers(part, MOST_DIMENSIONS)));
    else if (part.field === 2) type = part.value;
    else if (part.field === 8) name = await fields.text(part);
    else if (part.field === 9) data = part;
    if (shape.length > MOST_DIMENSIONS) throw torn();
  }
  return { name, shape, type, data: { start: data.start, end: data.end } };
}

/** The text in one field of a message. */
async function textIn(fields: Fields, span: Span, wanted: number): Promise<string> {
  let text = '';
  for await (const part of fields.of(span)) if (part.field === wanted && part.isSpan) text = await fields.text(part);
  return text;
}

async function node(fields: Fields, span: Span): Promise<OnnxFile['nodes'][number]> {
  const attributes: string[] = [];
  for await (const part of fields.of(span))
    if (part.field === 5 && part.isSpan) attributes.push(await textIn(fields, part, 1));
  return { op: await textIn(fields, span, 4), attributes };
}

async function readGraph(fields: Fields, span: Span) {
  const nodes: OnnxFile['nodes'][number][] = [];
  const initializers = new Map<string, Initializer>();
  let name = '';
  for await (const part of fields.of(span)) {
    if (!part.isSpan) continue;
    if (part.field === 1) nodes.push(await node(fields, part));
    else if (part.field === 2) name = await fields.text(part);
    else if (part.field === 5) {
      const tensor = await initializer(fields, part);
      if (initializers.has(tensor.name)) throw damaged(message('phrases.archive-twice', { file: tensor.name }));
      initializers.set(tensor.name, tensor);
    }
    if (nodes.length + initializers.size > MOST_PARTS) throw torn();
  }
  return { name, nodes, initializers };
}

/**
 * The parts of an ONNX file (ModelProto of onnx.proto) that say what a network of ours is; no number of a weight is read.
 * @throws Fault where its fields do not fit into one another
 */
export async function readOnnx(fields: Fields): Promise<OnnxFile> {
  const metadata = new Map<string, string>();
  let producer = '';
  let graph = NOTHING;
  for await (const part of fields.of(fields.all)) {
    if (!part.isSpan) continue;
    if (part.field === 2) producer = await fields.text(part);
    else if (part.field === 7) graph = part;
    else if (part.field === 14) metadata.set(await textIn(fields, part, 1), await textIn(fields, part, 2));
    if (metadata.size > MOST_PARTS) throw torn();
  }
  return { producer, metadata, ...(await readGraph(fields, graph)) };
}
