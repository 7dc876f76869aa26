import type { RequestOutput, ListedKind } from '../../contract/studio.ts';
import type { Host } from '../host.ts';
import { printWarning } from './errors.ts';

/** So many are named to a person; the others are counted. */
const NAMED = 5;

/**
 * Names things of a kind that cannot be read, and so are not listed, with what to do; to programs each of them.
 * @returns whether there are any
 */
export function tellDamaged(host: Host, { damaged }: RequestOutput<'studio.state'>, ...kinds: ListedKind[]): boolean {
  const found = damaged.filter(({ kind }) => kinds.includes(kind));
  for (const { kind, error } of found) host.json({ type: 'damaged', kind, error: host.forPrograms.error(error) });
  if (host.options.json) return found.length > 0;
  for (const { error } of found.slice(0, NAMED)) printWarning(host.terminal, host.translator, error);
  const more = found.length - NAMED;
  if (more > 0) host.terminal.note(host.translator.text('workspace.damagedMore', { count: more }));
  return found.length > 0;
}
