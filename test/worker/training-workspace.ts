import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createHash } from 'node:crypto';
import type { Hyperparameters } from '../../electron/contract/hyperparameters.ts';
import { presetHyperparameters } from '../../electron/advice/presets.ts';
import { checkpointForm, type CheckpointForm } from '../../electron/engine/training/checkpoint-form.ts';
import { openWorkspace, type Workspace } from '../../electron/storage/workspace/workspace.ts';
import { runText } from '../../electron/worker/runs/run-text.ts';
import { corpusNamed, runNamed } from '../storage/things.ts';

export const RUN = 'run-1';
const WORDS = ['the', 'mouse', 'cat', 'bell', 'who', 'will', 'tie', 'a', 'to', 'neck', 'old', 'said', '.', ','];

/** A text of its own kind: the same for the same length. */
export function smallText(words: number): string {
  let state = 12345;
  const next = () => (state = (state * 48271) % 2147483647);
  return Array.from({ length: words }, () => WORDS[next() % WORDS.length]).join(' ');
}

/** Small enough to train in moments, with everything that a checkpoint must hold: dropout, validation, carried state. */
export const TINY: Hyperparameters = {
  ...presetHyperparameters('novel'),
  tokenizer: 'whitespace',
  vocabularyLimit: 0,
  minimumCount: 1,
  tieWeights: false,
  embeddingSize: 8,
  units: 16,
  layers: 2,
  dropout: 0.2,
  sequenceLength: 8,
  batchSize: 4,
  steps: 400,
  warmupSteps: 10,
  validationFraction: 0.1,
  reportEvery: 10,
  evaluateEvery: 40,
  checkpointEvery: 20,
};

/** What the checkpoints of the run must be. */
export async function formOfRun(workspace: Workspace): Promise<CheckpointForm> {
  const run = await workspace.runs.read(RUN);
  return checkpointForm(run.hyperparameters, await runText(workspace, run, new AbortController().signal));
}

/** A workspace with one small text and one run over it that has not begun. */
export async function workspaceWithRun(
  root: string,
  hyperparameters: Hyperparameters = TINY,
  text = smallText(1200),
): Promise<Workspace> {
  const workspace = await openWorkspace(root);
  const sha256 = createHash('sha256').update(text).digest('hex');
  await workspace.corpora.write({ ...corpusNamed('fable'), sha256 });
  mkdirSync(workspace.corpora.path('fable'), { recursive: true });
  writeFileSync(join(workspace.corpora.path('fable'), 'text.txt'), text);
  const corpus = { id: 'fable', name: 'Fable', sha256 };
  await workspace.runs.write(runNamed(RUN, { corpus, hyperparameters }));
  return workspace;
}
