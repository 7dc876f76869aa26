import { ATTRIBUTE, TYPE, type Shape, type StoredVariable } from '../ops.ts';
import type { Node } from './graph-def.ts';

/** Under what names one variable is used. */
export interface VariableNames {
  /** the resource */
  readonly resource: string;
  /** what new values are fed to */
  readonly fresh: string;
  /** is there when the fed values are the variable's */
  readonly assigned: string;
  /** its present values */
  readonly values: string;
  /** of one that is read by rows: where ids are fed, and their rows */
  readonly ids: string;
  readonly rows: string;
}

const float = { name: 'dtype', type: ATTRIBUTE.type, value: TYPE.float } as const;
const shapeOf = (value: Shape) => ({ name: 'shape', type: ATTRIBUTE.shape, value }) as const;
const text = (name: string, value: string) => ({ name, type: ATTRIBUTE.string, value }) as const;

/** The variables that the graphs of one session share, and the nodes that read and assign them. */
export class GraphVariables {
  readonly nodes: Node[] = [];
  /** is there when the scratches are */
  readonly ready = 'ready';
  private readonly names = new Map<StoredVariable, VariableNames>();
  private readonly scratches = new Map<string, string>();

  constructor(variables: readonly StoredVariable[]) {
    variables.forEach((variable, k) => this.names.set(variable, this.declare(`v${k}`, variable)));
  }

  namesOf(variable: StoredVariable): VariableNames {
    return this.names.get(variable)!;
  }

  /** A variable of zeros that is no one's. */
  scratch(shape: Shape): string {
    const key = shape.join();
    let resource = this.scratches.get(key);
    if (!resource) {
      resource = `scratch${this.scratches.size}`;
      this.createResource(resource, shape);
      const bytes = new Uint8Array(Int32Array.from(shape).buffer);
      this.constant(`${resource}/shape`, TYPE.int, [shape.length], bytes);
      this.constant(`${resource}/zero`, TYPE.float, [], new Uint8Array(4));
      const T = { name: 'T', type: ATTRIBUTE.type, value: TYPE.float } as const;
      this.add('Fill', `${resource}/zeros`, [`${resource}/shape`, `${resource}/zero`], [T]);
      this.add('AssignVariableOp', `${resource}/assign`, [resource, `${resource}/zeros`], [float]);
      this.scratches.set(key, resource);
    }
    return resource;
  }

  /** All nodes, `ready` among them; to be called once, when every graph is written. */
  finish(): readonly Node[] {
    const assigned = [...this.scratches.values()].map((resource) => `^${resource}/assign`);
    this.constant(this.ready, TYPE.int, [], new Uint8Array(4), assigned);
    return this.nodes;
  }

  private declare(resource: string, { shape, byRows }: StoredVariable): VariableNames {
    const parts = ['new', 'assign', 'done', 'read', 'ids', 'rows'] as const;
    const [fresh, assign, assigned, values, ids, rows] = parts.map((part) => `${resource}/${part}`);
    this.createResource(resource, shape);
    this.add('Placeholder', fresh, [], [float, shapeOf(shape)]);
    this.add('AssignVariableOp', assign, [resource, fresh], [float]);
    this.constant(assigned, TYPE.int, [], new Uint8Array(4), [`^${assign}`]);
    this.add('ReadVariableOp', values, [resource], [float]);
    if (byRows) {
      this.add('Placeholder', ids, [], [{ ...float, value: TYPE.int }]);
      this.add('ResourceGather', rows, [resource, ids], [float, { ...float, name: 'Tindices', value: TYPE.int }]);
    }
    const [first, done, read, asked, found] = [fresh, assigned, values, ids, rows].map((name) => `${name}:0`);
    return { resource, fresh: first, assigned: done, values: read, ids: asked, rows: found };
  }

  private createResource(name: string, shape: Shape): void {
    this.add('VarHandleOp', name, [], [float, shapeOf(shape), text('container', ''), text('shared_name', name)]);
  }

  private constant(name: string, type: number, shape: Shape, bytes: Uint8Array, inputs: string[] = []): void {
    const dtype = { name: 'dtype', type: ATTRIBUTE.type, value: type } as const;
    this.add('Const', name, inputs, [dtype, { name: 'value', content: { type, shape, bytes } }]);
  }

  private add(op: string, name: string, inputs: readonly string[], attributes: Node['attributes']): void {
    this.nodes.push({ name, op, inputs, attributes });
  }
}
