import type { Attribute, Shape } from '../ops.ts';
import { messages, type AttrValueMessage, type TensorShapeMessage } from './messages.ts';

/** The value of a `Const`. */
export interface Content {
  readonly type: number;
  readonly shape: Shape;
  readonly bytes: Uint8Array;
}

/** A node of a graph: inputs are `node`, `node:output` or `^node` (only to be done before). */
export interface Node {
  readonly name: string;
  readonly op: string;
  readonly inputs: readonly string[];
  readonly attributes: readonly (Attribute | { readonly name: string; readonly content: Content })[];
}

/** The version of TensorFlow's graphs that these are written for (2.21's). */
const PRODUCER = 1882;
/** Under what name a session is asked for. */
export const TAG = 'serve';

function shapeOf(shape: Shape): TensorShapeMessage {
  const { TensorShape } = messages();
  const written = new TensorShape();
  for (const size of shape) {
    const dim = new TensorShape.Dim();
    dim.setSize(size);
    written.addDim(dim);
  }
  return written;
}

function contentOf({ type, shape, bytes }: Content) {
  const tensor = new (messages().Tensor)();
  tensor.setDtype(type);
  tensor.setTensorShape(shapeOf(shape));
  tensor.setTensorContent(bytes);
  return tensor;
}

/** How the value of each kind of attribute is written, in the order of `TF_AttrType`. */
const WRITE: readonly ((into: AttrValueMessage, value: never) => void)[] = [
  (into, value: string) => into.setS(Buffer.from(value)),
  (into, value: number) => into.setI(value),
  (into, value: number) => into.setF(value),
  (into, value: boolean) => into.setB(value),
  (into, value: number) => into.setType(value),
  (into, value: Shape) => into.setShape(shapeOf(value)),
];

function nodeOf({ name, op, inputs, attributes }: Node) {
  const { NodeDef, AttrValue } = messages();
  const node = new NodeDef();
  node.setName(name);
  node.setOp(op);
  node.setInputList([...inputs]);
  for (const attribute of attributes) {
    const value = new AttrValue();
    if ('content' in attribute) value.setTensor(contentOf(attribute.content));
    else WRITE[attribute.type](value, attribute.value as never);
    node.getAttrMap().set(attribute.name, value);
  }
  return node;
}

/** A SavedModel of this graph alone, as bytes (tensorflow/core/protobuf/saved_model.proto). */
export function savedModel(nodes: readonly Node[]): Uint8Array {
  const { GraphDef, VersionDef, MetaGraphDef, SavedModel } = messages();
  const graph = new GraphDef();
  for (const node of nodes) graph.addNode(nodeOf(node));
  const versions = new VersionDef();
  versions.setProducer(PRODUCER);
  graph.setVersions(versions);
  const info = new MetaGraphDef.MetaInfoDef();
  info.addTags(TAG);
  const whole = new MetaGraphDef();
  whole.setMetaInfoDef(info);
  whole.setGraphDef(graph);
  const model = new SavedModel();
  model.setSavedModelSchemaVersion(1);
  model.addMetaGraphs(whole);
  return model.serializeBinary();
}
