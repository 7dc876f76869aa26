import type { Handle } from '../ops.ts';

/** Ops that read a resource and leave it as it is. */
const READING = new Set(['ReadVariableOp', 'ResourceGather']);

/** What happened to one resource so far, by node. */
interface Access {
  written?: string;
  readSince: string[];
}

/** Keeps what reads and writes resources in the order that it was asked for, which a session knows nothing of. */
export class ResourceOrder {
  /** nodes that write a resource */
  readonly writes: string[] = [];
  private readonly resources = new Map<Handle, Access>();
  private awaited: readonly string[] = [];

  add(resource: Handle): void {
    this.resources.set(resource, { readSince: [] });
  }

  /** From here on nothing is written before these nodes are done. */
  awaitBeforeWriting(nodes: readonly string[]): void {
    this.awaited = nodes;
  }

  /** Nodes that come before a node which has this input, and notes that it has; none where the input is no resource. */
  before(input: Handle, node: string, op: string): string[] {
    const access = this.resources.get(input);
    if (!access) return [];
    const before = access.written ? [access.written] : [];
    if (READING.has(op)) {
      access.readSince.push(node);
      return before;
    }
    before.push(...access.readSince, ...this.awaited);
    access.written = node;
    access.readSince = [];
    this.writes.push(node);
    return before;
  }
}
