import { readContext, symbolsRead } from '../../engine/text/prompts/context.ts';
import { workspaceAt } from '../../storage/workspace/workspace.ts';
import type { Job } from '../job.ts';
import { learntText } from './learnt-text.ts';

/** Looks whether a context can be pinned in a run. */
export const pin: Job<'pin'> = async ({ workspace: root, run: id, pin: { text } }, { signal }) => {
  const workspace = workspaceAt(root);
  const run = await workspace.runs.read(id);
  const { vocabulary, tokenizer } = await learntText(workspace, run, signal);
  const { ids, unknown } = readContext(text, symbolsRead(run.hyperparameters), vocabulary, tokenizer);
  return { unknown: [...unknown], symbols: ids.length };
};
