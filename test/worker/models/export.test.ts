import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import {
  exportFormats,
  formatFacts,
  formatsFor,
  whyNot,
  type ExportFormat,
} from '../../../electron/contract/export-formats.ts';
import type { Hyperparameters } from '../../../electron/contract/hyperparameters.ts';
import type { JobInput } from '../../../electron/contract/worker.ts';
import { saveModel, verifyModel } from '../../../electron/engine/formats/index.ts';
import { createKernels, type Kernels } from '../../../electron/engine/kernels/index.ts';
import { loadRuntime } from '../../../electron/engine/runtime/index.ts';
import { unpackModel } from '../../../electron/storage/models/model-archive.ts';
import { emptyFolder, smallModel } from '../../engine/formats/small-model.ts';
import { localWorker } from '../local-worker.ts';

/** Below the checkout, where what an example imports is found. */
const CACHE = fileURLToPath(new URL('../../../.cache', import.meta.url));

let kernels: Kernels;
beforeAll(async () => {
  kernels = createKernels(await loadRuntime());
});

async function savedModel(settings: Partial<Hyperparameters> = {}): Promise<string> {
  const folder = join(emptyFolder(), 'small');
  mkdirSync(folder);
  const small = smallModel(kernels, settings);
  await saveModel(folder, small);
  small.model.dispose();
  return folder;
}

function folderOfCheckout(): string {
  mkdirSync(CACHE, { recursive: true });
  const folder = mkdtempSync(join(CACHE, 'export-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

/** Has a worker export a model; it needs no engine. */
function exported(model: string, target: string, given: Partial<JobInput<'export'>> = {}) {
  const input = { workspace: emptyFolder(), model, format: 'tfjs' as ExportFormat, target, replace: false };
  return localWorker().run('export', { ...input, language: 'en', ...given });
}

describe('an exported folder', () => {
  test('comes with a README whose example runs as it stands', async () => {
    for (const settings of [
      { context: 'window', windowLength: 4 },
      { context: 'sequence', input: 'one-hot' },
    ] as const) {
      const target = join(folderOfCheckout(), 'fable');
      const { bytes } = await exported(await savedModel(settings), target);
      expect(bytes).toBe(readdirSync(target).reduce((sum, file) => sum + statSync(join(target, file)).size, 0));
      const readme = readFileSync(join(target, 'README.md'), 'utf8');
      expect(readme).toContain('one space between them');
      const [, code] = /```js\n([^]+?)```/.exec(readme)!;
      const [, file] = /save this in this folder as `([^`]+)`; `node \1` runs it/.exec(readme)!;
      writeFileSync(join(target, file), code);
      const told = execFileSync(process.execPath, [file], {
        cwd: target,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      });
      const line = told.trim().split('\n').at(-1)!;
      expect(line).toMatch(/^had a general /);
      expect(line.split(' ').length).toBeGreaterThan(20);
    }
  });

  test.skipIf(process.platform === 'win32')('is for whomever a new file is for, as its own are not', async () => {
    const model = await savedModel();
    for (const file of readdirSync(model)) chmodSync(join(model, file), 0o600);
    for (const format of ['tfjs', 'keras'] as const) {
      const target = join(emptyFolder(), 'fable');
      await exported(model, target, { format });
      const fresh = join(target, 'fresh');
      writeFileSync(fresh, '');
      const modes = readdirSync(target).map((file) => statSync(join(target, file)).mode);
      expect(new Set(modes)).toEqual(new Set([statSync(fresh).mode]));
    }
  });

  test('speaks the language that was asked for', async () => {
    const target = join(emptyFolder(), 'fable');
    await exported(await savedModel(), target, { language: 'zh' });
    expect(readFileSync(join(target, 'README.md'), 'utf8')).toContain('空白之间的内容是一个符号');
  });

  test('is packed where the target ends so, and taken in again', async () => {
    const model = await savedModel();
    const target = join(emptyFolder(), 'fable.zip');
    const { bytes } = await exported(model, target);
    expect(bytes).toBe(statSync(target).size);
    const back = emptyFolder();
    await unpackModel(target, back);
    expect(await verifyModel(back)).toEqual(await verifyModel(model));
    expect(readdirSync(join(target, '..'))).toEqual(['fable.zip']);
  });

  test('replaces only an earlier export, and only when told to', async () => {
    const model = await savedModel();
    const target = join(emptyFolder(), 'fable');
    await exported(model, target);
    writeFileSync(join(target, 'README.md'), 'old');
    await expect(exported(model, target)).rejects.toMatchObject({ code: 'target-exists' });
    expect(readFileSync(join(target, 'README.md'), 'utf8')).toBe('old');
    await exported(model, target, { replace: true });
    expect(readFileSync(join(target, 'README.md'), 'utf8')).toMatch(/^# Small/);
    writeFileSync(join(target, 'diary.txt'), 'mine');
    const losing = exported(model, target, { replace: true });
    await expect(losing).rejects.toMatchObject({ code: 'target-holds-more', values: { name: 'diary.txt' } });
    expect(readFileSync(join(target, 'diary.txt'), 'utf8')).toBe('mine');
    expect(readdirSync(join(target, '..'))).toEqual(['fable']);
  });

  test('is not made of a damaged model: nothing is left', async () => {
    const model = await savedModel();
    const weights = readFileSync(join(model, 'weights.bin'));
    weights[1000] ^= 1;
    writeFileSync(join(model, 'weights.bin'), weights);
    for (const name of ['fable', 'fable.zip']) {
      const place = emptyFolder();
      await expect(exported(model, join(place, name))).rejects.toMatchObject({ code: 'model-damaged' });
      expect(readdirSync(place)).toEqual([]);
    }
  });

  test('tells how far it is, and leaves nothing where it is stopped', async () => {
    const model = await savedModel({ units: 400, layers: 3 });
    const worker = localWorker();
    const place = emptyFolder();
    const input = { workspace: emptyFolder(), model, format: 'tfjs', target: join(place, 'fable'), replace: false };
    worker.deliver({ type: 'job', job: 'job_stopped', kind: 'export', input: { ...input, language: 'en' } });
    worker.deliver({ type: 'stop', job: 'job_stopped' });
    expect((await worker.ended('job_stopped')).type).toBe('stopped');
    expect(readdirSync(place)).toEqual([]);
    await worker.run('export', { ...input, format: 'tfjs', language: 'en' });
    const shares = worker.messages.flatMap((message) => (message.type === 'progress' ? [message.fraction] : []));
    expect(shares[0]).toBeLessThanOrEqual(1);
  });
});

test('sizes are told beforehand', async () => {
  const model = await savedModel();
  const card = await verifyModel(model);
  for (const format of exportFormats.filter((each) => !formatFacts(each).needsRun)) {
    const [ending] = formatFacts(format).endings;
    const { bytes } = await exported(model, join(emptyFolder(), `fable${ending}`), { format });
    const told = formatFacts(format).bytes(card);
    expect(told, format).toBeGreaterThan(bytes / 3);
    expect(told, format).toBeLessThan(bytes * 3);
  }
});

describe('a model that a format cannot say is refused with those that can', () => {
  test('where its run is gone', async () => {
    const refused = exported(await savedModel(), join(emptyFolder(), 'curves.csv'), { format: 'metrics' });
    await expect(refused).rejects.toMatchObject({
      code: 'export-run-missing',
      values: { id: 'small', others: expect.stringMatching(/^tfjs, html, (?!.*metrics)/) as string },
    });
  });

  test('where its gates are none that the format knows', async () => {
    const refused = exported(await savedModel({ gates: 'hard-sigmoid' }), join(emptyFolder(), 'fable'), {
      format: 'safetensors',
    });
    await expect(refused).rejects.toMatchObject({
      code: 'export-gates',
      values: { others: 'tfjs, html, keras, h5, savedmodel, onnx, vocabulary, vectors' },
    });
  });

  test('where it is too large', async () => {
    const card = await verifyModel(await savedModel());
    const hyperparameters = { ...card.hyperparameters, input: 'embedding' as const, embeddingSize: 512, units: 512 };
    const large = { ...card, hyperparameters, vocabularySize: 2_000_000 };
    expect(whyNot('onnx', large, true)).toBe('size');
    expect(formatsFor(large, true)).toEqual(expect.arrayContaining(['tfjs', 'h5', 'safetensors', 'vectors']));
    expect(formatsFor(card, true)).toEqual(exportFormats);
    expect(formatsFor(card, false)).not.toContain('metrics');
  });
});
