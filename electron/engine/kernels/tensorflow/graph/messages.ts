import { createRequire } from 'node:module';

/** What of TensorFlow's messages a graph is written in; a setter for each field (github.com/tensorflow/tensorflow, *.proto). */
interface Serialized {
  serializeBinary(): Uint8Array;
}
export interface TensorShapeMessage {
  addDim(dim: { setSize(size: number): void }): void;
}
export interface TensorMessage {
  setDtype(type: number): void;
  setTensorShape(shape: TensorShapeMessage): void;
  setTensorContent(bytes: Uint8Array): void;
}
export interface AttrValueMessage {
  setS(value: Uint8Array): void;
  setI(value: number): void;
  setF(value: number): void;
  setB(value: boolean): void;
  setType(value: number): void;
  setShape(value: TensorShapeMessage): void;
  setTensor(value: TensorMessage): void;
}
interface NodeDefMessage {
  setName(name: string): void;
  setOp(op: string): void;
  setInputList(inputs: string[]): void;
  getAttrMap(): { set(name: string, value: AttrValueMessage): void };
}
interface GraphDefMessage {
  addNode(node: NodeDefMessage): void;
  setVersions(versions: { setProducer(version: number): void }): void;
}
interface MetaInfoDefMessage {
  addTags(tag: string): void;
}
interface MetaGraphDefMessage {
  setMetaInfoDef(info: MetaInfoDefMessage): void;
  setGraphDef(graph: GraphDefMessage): void;
}
interface SavedModelMessage extends Serialized {
  setSavedModelSchemaVersion(version: number): void;
  addMetaGraphs(graph: MetaGraphDefMessage): void;
}

export interface Messages {
  readonly TensorShape: (new () => TensorShapeMessage) & { readonly Dim: new () => { setSize(size: number): void } };
  readonly Tensor: new () => TensorMessage;
  readonly AttrValue: new () => AttrValueMessage;
  readonly NodeDef: new () => NodeDefMessage;
  readonly GraphDef: new () => GraphDefMessage;
  readonly VersionDef: new () => { setProducer(version: number): void };
  readonly MetaGraphDef: (new () => MetaGraphDefMessage) & { readonly MetaInfoDef: new () => MetaInfoDefMessage };
  readonly SavedModel: new () => SavedModelMessage;
}

let loaded: Messages | undefined;

/** The messages as tfjs-node has them, generated from TensorFlow's own definitions; it loads them anyway. */
export function messages(): Messages {
  loaded ??= createRequire(import.meta.url)('@tensorflow/tfjs-node-gpu/dist/proto/api_pb.js') as Messages;
  return loaded;
}
