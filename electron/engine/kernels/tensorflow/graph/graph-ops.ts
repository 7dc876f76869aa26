import {
  Ops,
  TYPE,
  type Attribute,
  type Changing,
  type Fed,
  type Handle,
  type Shape,
  type StoredVariable,
} from '../ops.ts';
import type { Content, Node } from './graph-def.ts';
import type { GraphVariables } from './graph-variables.ts';
import { ResourceOrder } from './resource-order.ts';
import { stretches } from './stretches.ts';

/** What a graph is fed with. */
export type Feed = Changing | Fed | 'corrections' | 'seed' | `state${number}` | 'hidden' | 'weights' | 'bias';

/** Where a graph takes what it is fed with; a length that is another one at every step is -1. */
export interface FeedNode {
  readonly input: string;
  readonly shape: Shape;
}

/**
 * Writes ops down as a graph that does in one call what they would do one by one. What a session runs in parallel is
 * kept in order where it matters: a resource is read and written in the order that the ops were asked for.
 */
export class GraphOps extends Ops {
  readonly nodes: Node[] = [];
  readonly feeds = new Map<Feed, FeedNode>();
  private readonly prefix: string;
  private readonly variables: GraphVariables;
  private readonly outputs: string[] = [];
  private readonly pieces = new Map<Handle, readonly Handle[]>();
  private readonly constants = new Map<string, Handle>();
  private readonly read = new Map<StoredVariable, Handle>();
  private readonly order = new ResourceOrder();
  private readonly resourceOf = new Map<string, Handle>();

  /** @param prefix of the nodes' names, unlike that of any other graph of the session */
  constructor(prefix: string, variables: GraphVariables) {
    super();
    this.prefix = prefix;
    this.variables = variables;
  }

  run(name: string, attributes: readonly Attribute[], inputs: readonly Handle[], outputs: number): Handle[] {
    const node = this.nextName();
    const before = inputs.flatMap((input) => this.order.before(input, node, name));
    this.nodes.push({
      name: node,
      op: name,
      inputs: [...inputs.map((input) => this.outputs[input]), ...new Set(before.map((each) => `^${each}`))],
      attributes,
    });
    return Array.from({ length: outputs }, (_, k) => this.handleOf(k === 0 ? node : `${node}:${k}`));
  }

  free(): void {
    // a graph holds nothing
  }

  floats(values: Float32Array, shape: Shape): Handle {
    return this.constant({ type: TYPE.float, shape, bytes: bytesOf(values) });
  }

  ints(values: Int32Array, shape: Shape = [values.length]): Handle {
    return this.constant({ type: TYPE.int, shape, bytes: bytesOf(values) });
  }

  values(variable: StoredVariable): Handle {
    const known = this.read.get(variable);
    if (known !== undefined) return known;
    const [values] = this.run('ReadVariableOp', [this.type('dtype', TYPE.float)], [this.resource(variable)], 1);
    this.read.set(variable, values);
    return values;
  }

  resource(variable: StoredVariable): Handle {
    return this.resourceHandle(this.variables.namesOf(variable).resource);
  }

  readsRows({ byRows }: StoredVariable): boolean {
    return byRows;
  }

  rowsAway(): null {
    return null;
  }

  letGo(variable: StoredVariable): void {
    this.read.delete(variable);
  }

  scratch(shape: Shape): Handle {
    return this.resourceHandle(this.variables.scratch(shape));
  }

  disposeScratches(): void {
    // they go with the session
  }

  changing(name: Changing): Handle {
    return this.fedFloats(name, []);
  }

  fed(name: Fed, _: Int32Array, shape: Shape = [-1]): Handle {
    return this.feed(name, TYPE.int, shape);
  }

  corrections(_: Float32Array, shape: Shape): Handle {
    return this.fedFloats('corrections', shape);
  }

  seed(): Handle {
    return this.feed('seed', TYPE.int, []);
  }

  after(handle: Handle, before: Handle): Handle {
    return this.identity(handle, [this.nodeOf(before)]);
  }

  stretches(steps: number): readonly number[] {
    return stretches(steps);
  }

  notePieces(whole: Handle, pieces: readonly Handle[]): void {
    this.pieces.set(whole, pieces);
  }

  piecesOf(whole: Handle): readonly Handle[] | undefined {
    return this.pieces.get(whole);
  }

  /** What a step is given under that name, of that shape and type. */
  feed(name: Feed, type: number, shape: Shape): Handle {
    return this.kept(`feed ${name}`, () => {
      const node = `${this.prefix}/${name}`;
      const attributes = [this.type('dtype', type), this.shape('shape', shape)];
      this.nodes.push({ name: node, op: 'Placeholder', inputs: [], attributes });
      this.feeds.set(name, { input: `${node}:0`, shape });
      return this.handleOf(node);
    });
  }

  /**
   * From here on a resource is written only when all of these are there. Whoever read it is done then, and a change that
   * nobody looks on needs no copy.
   */
  awaitBeforeWriting(handles: readonly Handle[]): void {
    this.order.awaitBeforeWriting(handles.map((handle) => this.nodeOf(handle)));
  }

  /** Where a handle's value is asked for. */
  outputOf(handle: Handle): string {
    const output = this.outputs[handle];
    return output.includes(':') ? output : `${output}:0`;
  }

  /** A float handle that is there only when all writes are done. */
  afterWriting(handle: Handle): Handle {
    return this.identity(handle, this.order.writes);
  }

  protected kept(key: string, create: () => Handle): Handle {
    let handle = this.constants.get(key);
    if (handle === undefined) this.constants.set(key, (handle = create()));
    return handle;
  }

  /**
   * Floats, fed by their bits as int32: tfjs-node puts a float on the card at once, from where a session would have to fetch
   * it, and wait, before each step.
   */
  private fedFloats(name: Feed, shape: Shape): Handle {
    return this.kept(`floats ${name}`, () => {
      const types = [this.type('T', TYPE.int), this.type('type', TYPE.float)];
      return this.run('Bitcast', types, [this.feed(name, TYPE.int, shape)], 1)[0];
    });
  }

  private identity(handle: Handle, before: readonly string[]): Handle {
    const name = this.nextName();
    const inputs = [this.outputs[handle], ...before.map((node) => `^${node}`)];
    this.nodes.push({ name, op: 'Identity', inputs, attributes: [this.T] });
    return this.handleOf(name);
  }

  private resourceHandle(node: string): Handle {
    let handle = this.resourceOf.get(node);
    if (handle === undefined) {
      handle = this.handleOf(node);
      this.resourceOf.set(node, handle);
      this.order.add(handle);
    }
    return handle;
  }

  private constant(content: Content): Handle {
    const name = this.nextName();
    const attributes = [this.type('dtype', content.type), { name: 'value', content }];
    this.nodes.push({ name, op: 'Const', inputs: [], attributes });
    return this.handleOf(name);
  }

  private handleOf(output: string): Handle {
    return this.outputs.push(output) - 1;
  }

  private nodeOf(handle: Handle): string {
    return this.outputs[handle].split(':')[0];
  }

  private nextName(): string {
    return `${this.prefix}/${this.nodes.length}`;
  }
}

const bytesOf = (values: Float32Array | Int32Array): Uint8Array =>
  new Uint8Array(values.buffer, values.byteOffset, values.byteLength).slice();
