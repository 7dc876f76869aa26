import type { RequestOutput, ListedKind } from '../../contract/studio.ts';
import type { Host } from '../host.ts';
import { printWarning } from './errors.ts';

/** Names each thing of a kind that cannot be read, and so is not listed, with what to do. */
export function tellDamaged(host: Host, { damaged }: RequestOutput<'studio.state'>, ...kinds: ListedKind[]): void {
  for (const { kind, error } of damaged.filter((each) => kinds.includes(each.kind))) {
    host.json({ type: 'damaged', kind, error: host.forPrograms.error(error) });
    if (!host.options.json) printWarning(host.terminal, host.translator, error);
  }
}
