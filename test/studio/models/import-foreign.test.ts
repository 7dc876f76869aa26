import { readdirSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import type { JobInput } from '../../../electron/contract/worker.ts';
import { verifyModel } from '../../../electron/engine/formats/index.ts';
import { describeModel, eachParameter } from '../../../electron/engine/formats/read-model.ts';
import { createKernels } from '../../../electron/engine/kernels/index.ts';
import { loadRuntime } from '../../../electron/engine/runtime/index.ts';
import { openWorkspace } from '../../../electron/storage/workspace/workspace.ts';
import type { Context } from '../../../electron/studio/context.ts';
import { Events } from '../../../electron/studio/events.ts';
import { Grants } from '../../../electron/studio/files/grants.ts';
import { modelVerbs } from '../../../electron/studio/models/models.ts';
import type { JobContext } from '../../../electron/worker/job.ts';
import { foreignFixture } from '../../engine/formats/import/fixtures.ts';
import { convert } from '../../../electron/worker/models/foreign/convert.ts';
import { leaving, saved, unheard } from '../../engine/formats/leaving.ts';
import { temporaryFolder } from '../../storage/temporary-folder.ts';

/** What the studio does with models, over an empty workspace. */
async function studioOf() {
  const workspace = await openWorkspace(join(temporaryFolder(), 'workspace'));
  const files = new Grants();
  const run = async (kind: string, input: JobInput<'convert'> & JobInput<'verify'>) => ({
    type: 'done',
    result: await (kind === 'convert' ? convert(input, unheard() as JobContext) : verifyModel(input.model)),
  });
  const context = { workspace, events: new Events(), files, models: { run } } as unknown as Context;
  return { workspace, files, verbs: modelVerbs(context) };
}

test('a model without its vocabulary stays granted until it has come in, and then both files go', async () => {
  const { small, place } = await leaving(createKernels(await loadRuntime()), { context: 'sequence' }, 'onnx');
  small.model.dispose();
  const words = join(temporaryFolder(), 'words.json');
  await writeFile(words, JSON.stringify(small.vocabulary.symbols));
  const { workspace, files, verbs } = await studioOf();
  const gone = vi.fn(async () => {});

  const file = files.grant(join(place, 'model.onnx'), 'Fable.onnx', gone);
  const code = 'vocabulary-wanted';
  await expect(verbs['models.import']({ file })).rejects.toMatchObject({ code, values: { name: 'Fable.onnx' } });
  expect(gone).not.toHaveBeenCalled();
  expect((await workspace.models.list()).items).toEqual([]);

  const vocabulary = files.grant(words, 'words.json', gone);
  const card = await verbs['models.import']({ file, vocabulary, name: 'By its words' });
  expect(card).toMatchObject({ name: 'By its words', origin: { file: 'Fable.onnx', vocabulary: 'words.json' } });
  expect(card.id).toMatch(/^fable-/);
  await vi.waitFor(() => expect(gone).toHaveBeenCalledTimes(2));
});

test('a model of which it is asked what numbers it reads stays granted with its vocabulary', async () => {
  const { verbs, files, workspace } = await studioOf();
  const folder = temporaryFolder();
  await writeFile(join(folder, 'numbers.keras'), foreignFixture('numbers.keras'));
  await writeFile(join(folder, 'words.json'), JSON.stringify(Array.from({ length: 11 }, (_, id) => `w${id}`)));
  const gone = vi.fn(async () => {});
  const [file, vocabulary] = ['numbers.keras', 'words.json'].map((name) => files.grant(join(folder, name), name, gone));
  const asked = { file, vocabulary };
  await expect(verbs['models.import'](asked)).rejects.toMatchObject({ code: 'id-scale-wanted' });
  expect(gone).not.toHaveBeenCalled();
  const kernels: Float32Array[] = [];
  for (const idScale of ['plain', 'divided'] as const) {
    const again =
      idScale === 'plain'
        ? asked
        : { file: files.grant(join(folder, 'numbers.keras')), vocabulary: files.grant(join(folder, 'words.json')) };
    const { id } = await verbs['models.import']({ ...again, idScale });
    const description = await describeModel(workspace.models.path(id));
    await eachParameter(description, (name, values) => name === 'lstm_0/weights' && kernels.push(values.slice(0, 8)));
  }
  expect(kernels[1][0]).toBeCloseTo(kernels[0][0] / 11, 7);
  await vi.waitFor(() => expect(gone).toHaveBeenCalledTimes(2));
});

test.each(['ours', 'safetensors'] as const)(
  'the files of a model, %s, may come one by one, and all go',
  async (kind) => {
    const { small, place } = await leaving(createKernels(await loadRuntime()), { context: 'sequence' }, 'safetensors');
    const folder = kind === 'ours' ? await saved(small) : place;
    small.model.dispose();
    const { verbs, files } = await studioOf();
    const gone = vi.fn(async () => {});
    const names = readdirSync(folder);
    const [file, ...beside] = names.map((name) => files.grant(join(folder, name), name, gone));
    const card = await verbs['models.import']({ file, beside });
    expect(card.origin?.format).toBe(kind === 'ours' ? undefined : 'safetensors');
    await vi.waitFor(() => expect(gone).toHaveBeenCalledTimes(names.length));
  },
);
