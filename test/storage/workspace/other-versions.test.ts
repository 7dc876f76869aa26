import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { defaultHyperparameters } from '../../../electron/contract/hyperparameters.ts';
import { saveModel, verifyModel } from '../../../electron/engine/formats/index.ts';
import { createKernels } from '../../../electron/engine/kernels/index.ts';
import { loadRuntime } from '../../../electron/engine/runtime/index.ts';
import { openWorkspace, type Workspace } from '../../../electron/storage/workspace/workspace.ts';
import { smallModel } from '../../engine/formats/small-model.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { runNamed } from '../things.ts';

interface Stored {
  version: number;
  hyperparameters: Record<string, unknown>;
}

/** A workspace with a run and a model, both of today. */
async function today(): Promise<Workspace> {
  const workspace = await openWorkspace(temporaryFolder());
  await workspace.runs.write(runNamed('run-1'));
  const small = smallModel(createKernels(await loadRuntime({ engine: 'portable' })));
  await mkdir(workspace.models.path('small'), { recursive: true });
  await saveModel(workspace.models.path('small'), small);
  small.model.dispose();
  return workspace;
}

async function rewrite({ root }: Workspace, path: string, change: (stored: Stored) => void): Promise<void> {
  const stored = JSON.parse(await readFile(join(root, path), 'utf8')) as Stored;
  change(stored);
  await writeFile(join(root, path), JSON.stringify(stored));
}

/** How a run or a model is read: as the studio lists it, and for a model also as the worker loads it. */
const READERS = [
  ['a run', 'runs/run-1/run.json', (workspace: Workspace) => workspace.runs.read('run-1'), 'file-damaged'],
  ['a card', 'models/small/card.json', (workspace: Workspace) => workspace.models.read('small'), 'file-damaged'],
  [
    'a card before its weights',
    'models/small/card.json',
    (workspace: Workspace) => verifyModel(workspace.models.path('small')),
    'model-damaged',
  ],
] as const;

describe.each(READERS)('%s', (_, path, read, damaged) => {
  test('of an Aesop that lacked a hyperparameter has it at its default', async () => {
    const workspace = await today();
    await rewrite(workspace, path, ({ hyperparameters }) => delete hyperparameters.weightDecay);
    const { hyperparameters } = await read(workspace);
    expect(hyperparameters.weightDecay).toBe(defaultHyperparameters().weightDecay);
    expect(Object.keys(hyperparameters).sort()).toEqual(Object.keys(defaultHyperparameters()).sort());
  });

  test('of a later Aesop, with a hyperparameter unknown here, says that it is newer', async () => {
    const workspace = await today();
    await rewrite(workspace, path, (stored) => {
      stored.version = 7;
      stored.hyperparameters.attentionHeads = 8;
    });
    await expect(read(workspace)).rejects.toMatchObject({ code: 'model-newer', values: { version: 7 } });
  });

  test('of this version with a hyperparameter that it does not know is damaged', async () => {
    const workspace = await today();
    await rewrite(workspace, path, ({ hyperparameters }) => (hyperparameters.attentionHeads = 8));
    await expect(read(workspace)).rejects.toMatchObject({ code: damaged });
  });
});
