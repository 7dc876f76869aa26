import { isObject } from '../tables/object-rows.ts';
import { fieldOf } from './fields.ts';

/** The last node of a sample may be cut off. */
const isWhole = (node: unknown): boolean => isObject(node) && node.parent !== undefined;

const isLeaf = (node: unknown): boolean =>
  isWhole(node) && isObject(node) && Array.isArray(node.children) && node.children.length === 0;
/** Where a conversation ends that does not say so: nodes that are called by numbers stand before all others. */
const leafOf = (nodes: readonly unknown[]): unknown => nodes.findLast(isLeaf) ?? nodes.findLast(isWhole);

/**
 * The messages of a conversation that is a tree, since questions can be asked again: those that were on the screen at last,
 * from the first to the last.
 */
export function shownOf(conversation: unknown): unknown[] {
  const nodes = fieldOf(conversation, 'mapping');
  if (!isObject(nodes)) return [];
  const nodeAt = (id: unknown) => (typeof id === 'string' && Object.hasOwn(nodes, id) ? nodes[id] : undefined);
  const messages: unknown[] = [];
  const seen = new Set<unknown>();
  let node: unknown = nodeAt(fieldOf(conversation, 'current_node')) ?? leafOf(Object.values(nodes));
  for (; isObject(node) && !seen.has(node); node = nodeAt(node.parent)) {
    seen.add(node);
    if (isObject(node.message)) messages.push(node.message);
  }
  return messages.reverse();
}
