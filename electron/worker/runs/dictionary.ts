import { MOST_BEGINNING, MOST_ENTRIES } from '../../contract/dictionary.ts';
import { cutText, LONGEST } from '../../contract/limits.ts';
import { workspaceAt } from '../../storage/workspace/workspace.ts';
import type { Job } from '../job.ts';
import { learntText } from './learnt-text.ts';

/** Tells the numbers that a run's text was made of, whatever it has learnt so far. */
export const dictionary: Job<'dictionary'> = async ({ workspace: root, run: id }, { signal }) => {
  const workspace = workspaceAt(root);
  const { vocabulary, ids } = await learntText(workspace, await workspace.runs.read(id), signal);
  const told = (symbol: number) => ({ id: symbol, text: cutText(vocabulary.symbol(symbol), LONGEST.shownSymbol) });
  return {
    size: vocabulary.size,
    symbols: ids.length,
    entries: Array.from({ length: Math.min(MOST_ENTRIES, vocabulary.size) }, (_, symbol) => ({
      ...told(symbol),
      times: vocabulary.counts[symbol],
    })),
    beginning: Array.from(ids.subarray(0, MOST_BEGINNING), told),
  };
};
