import { readFileSync } from 'node:fs';
import type { Node } from '../../../electron/engine/kernels/tensorflow/graph/graph-def.ts';

/** A kernel for a GPU (or for any device): the types that it takes, and what of its op lies in the processor's memory. */
interface Kernel {
  readonly device: 'GPU' | 'DEFAULT';
  readonly types: Readonly<Record<string, readonly number[]>>;
  readonly host: readonly string[];
}
/** An input or output, with the attribute that says how many it stands for. */
type Argument = readonly [name: string, count?: string];
interface Op {
  readonly inputs: readonly Argument[];
  readonly outputs: readonly Argument[];
  readonly kernels: readonly Kernel[];
}

/** What the wheel of TensorFlow with CUDA registers: `test/tools/gpu_kernels.py` asked it. */
export const REGISTRY = JSON.parse(readFileSync(new URL('gpu-kernels.json', import.meta.url), 'utf8')) as {
  wheel: string;
  ops: Readonly<Record<string, Op>>;
};

const attribute = (node: Node, wanted: string): unknown => {
  const found = node.attributes.find(({ name }) => name === wanted);
  return found && 'value' in found ? found.value : undefined;
};

const fits = (node: Node, { types }: Kernel): boolean =>
  Object.entries(types).every(([name, allowed]) => {
    const type = attribute(node, name);
    return type === undefined || allowed.includes(type as number);
  });

/** The kernel that a node gets where a GPU is: one for it before one for any device; nothing where only the processor has one. */
export function kernelOf(node: Node): Kernel | undefined {
  const fitting = REGISTRY.ops[node.op]?.kernels.filter((kernel) => fits(node, kernel)) ?? [];
  return fitting.find(({ device }) => device === 'GPU') ?? fitting[0];
}

/** The name of each input or output, one behind the other. */
const namesOf = (node: Node, given: readonly Argument[]): string[] =>
  given.flatMap(([name, count]) => new Array<string>(count ? (attribute(node, count) as number) : 1).fill(name));

/**
 * Where a value has to come back from the card before the step can go on: one op leaves it there, another wants it in the
 * processor's memory. What a step is fed with lies there already.
 */
export function waits(nodes: readonly Node[]): string[] {
  const byName = new Map(nodes.map((node) => [node.name, node]));
  const onCard = (output: string): boolean => {
    const [name, place = '0'] = output.split(':');
    const node = byName.get(name)!;
    if (node.op === 'Placeholder') return false;
    const { outputs } = REGISTRY.ops[node.op];
    return !kernelOf(node)!.host.includes(namesOf(node, outputs)[Number(place)]);
  };
  return nodes.flatMap((node) => {
    const host = new Set(kernelOf(node)!.host);
    const names = namesOf(node, REGISTRY.ops[node.op].inputs);
    return node.inputs
      .filter((input, k) => !input.startsWith('^') && host.has(names[k]) && onCard(input))
      .map((input) => `${byName.get(input.split(':')[0])!.op} → ${node.op}`);
  });
}
