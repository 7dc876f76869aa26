import type { Run } from '../../contract/run.ts';
import type { Ids } from '../../engine/data/index.ts';
import type { Tokenizer } from '../../engine/text/tokenizers/tokenizer.ts';
import { createTokenizer } from '../../engine/text/tokenizers/tokenizers.ts';
import type { Vocabulary } from '../../engine/text/vocabulary/vocabulary.ts';
import { checkpointForm, type CheckpointForm } from '../../engine/training/checkpoint-form.ts';
import type { Workspace } from '../../storage/workspace/workspace.ts';
import { runText } from './run-text.ts';

/** What is needed of a run's text to look into its checkpoints. */
interface LearntText {
  readonly vocabulary: Vocabulary;
  readonly tokenizer: Tokenizer;
  readonly form: CheckpointForm;
  readonly ids: Ids;
}

/** Of the run looked into last: a person looks again, and its text does not change. */
let last: { run: string; text: LearntText } | undefined;

/** @throws AesopError as `runText` */
export async function learntText(workspace: Workspace, run: Run, signal: AbortSignal): Promise<LearntText> {
  const key = [workspace.root, run.id].join('|');
  if (last?.run === key) return last.text;
  const text = await runText(workspace, run, signal);
  const { vocabulary, ids } = text;
  const tokenizer = createTokenizer(vocabulary.tokenizer, vocabulary);
  last = { run: key, text: { vocabulary, tokenizer, ids, form: checkpointForm(run.hyperparameters, text) } };
  return last.text;
}
