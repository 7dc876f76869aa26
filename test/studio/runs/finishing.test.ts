import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Run } from '../../../electron/contract/run.ts';
import { openWorkspace, type Workspace } from '../../../electron/storage/workspace/workspace.ts';
import { temporaryFolder } from '../../storage/temporary-folder.ts';
import { openStudio, QUICK, reached, runOf, studioWithFable } from '../open-studio.ts';

/** A workspace whose run is done, with what it came to. */
async function doneRun(): Promise<{ workspace: Workspace; run: Run; weights: Buffer }> {
  const folder = temporaryFolder();
  const { studio, corpus } = await studioWithFable(folder);
  const { id } = await studio.request('runs.start', { corpus, hyperparameters: QUICK });
  const run = await reached(studio, id, 'done');
  await studio.close();
  const workspace = await openWorkspace(folder);
  return { workspace, run, weights: await readFile(join(workspace.models.path(id), 'weights.bin')) };
}

const CUT_OFF: Partial<Run> = { status: 'running', model: undefined, final: undefined, endedAt: undefined };

test('a run that was cut off after its last step is measured and saved when it is resumed', async () => {
  const { workspace, run, weights } = await doneRun();
  const { id } = run;
  const path = join(workspace.models.path(id), 'weights.bin');
  const states: [string, Partial<Run>][] = [
    ['killed while it was measured', CUT_OFF],
    ['paused while it was measured', { ...CUT_OFF, status: 'paused' }],
    ['killed while it was measured again, with a model of fewer steps', { ...CUT_OFF, model: id }],
  ];
  for (const [how, change] of states) {
    if (change.model) await workspace.models.update(id, (card) => ({ ...card, step: 40 }));
    else await workspace.models.remove(id);
    await workspace.runs.update(id, (stored) => ({ ...stored, ...change }));
    const studio = await openStudio(workspace.root);
    expect((await runOf(studio, id))!.status, how).toBe(change.status === 'paused' ? 'paused' : 'stopped');
    const ending = reached(studio, id, 'done');
    await studio.request('runs.resume', { id });
    const { step, model, final } = await ending;
    expect({ step, model, final }, how).toEqual({ step: run.step, model: id, final: run.final });
    expect((await readFile(path)).equals(weights), how).toBe(true);
    expect((await workspace.models.read(id)).step, how).toBe(run.step);
    await expect(studio.request('runs.resume', { id })).rejects.toMatchObject({ code: 'run-finished' });
    await studio.close();
  }
});

test('a run is resumed to the steps that it has made, and not to fewer', async () => {
  const { workspace, run } = await doneRun();
  const asked = run.step - 1;
  const whole = await openStudio(workspace.root);
  const fewer = whole.request('runs.resume', { id: run.id, steps: asked });
  await expect(fewer, 'a finished one').rejects.toMatchObject({ code: 'run-finished', values: { steps: run.step } });
  await whole.close();
  await workspace.models.remove(run.id);
  const planned = { ...run.hyperparameters, steps: 2 * run.step };
  await workspace.runs.update(run.id, (stored) => ({ ...stored, ...CUT_OFF, hyperparameters: planned }));
  const studio = await openStudio(workspace.root);
  await expect(studio.request('runs.resume', { id: run.id, steps: asked })).rejects.toMatchObject({
    code: 'run-steps-made',
    values: { step: run.step, asked },
  });
  expect((await runOf(studio, run.id))!.hyperparameters.steps).toBe(planned.steps);
  const ending = reached(studio, run.id, 'done');
  await studio.request('runs.resume', { id: run.id, steps: run.step });
  expect(await ending).toMatchObject({ step: run.step, model: run.id });
});

test('the figures of the whole text, and the model, are no longer those of a run that has gone on', async () => {
  const { workspace, run } = await doneRun();
  const studio = await openStudio(workspace.root);
  const going = reached(studio, run.id, 'running');
  await studio.request('runs.resume', { id: run.id, steps: 10_000_000 });
  expect(run.final).toBeDefined();
  expect(run.model).toBeDefined();
  expect(await going).toMatchObject({ final: undefined, model: undefined });
});
