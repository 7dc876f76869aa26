import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { IMPORT_LIMITS } from '../../../electron/contract/limits.ts';
import { copyModelFiles } from '../../../electron/storage/models/model-folder.ts';
import { modelContents, withJson, type ModelContents } from './model-files.ts';
import { temporaryFolder } from '../temporary-folder.ts';

vi.mock('node:fs/promises', async (original) => {
  const fs = await original<typeof import('node:fs/promises')>();
  return { ...fs, statfs: vi.fn(fs.statfs) };
});

function folderOf(files: ModelContents): { from: string; to: string } {
  const [from, to] = ['from', 'to'].map((name) => join(temporaryFolder(), name));
  mkdirSync(from);
  mkdirSync(to);
  for (const [file, content] of Object.entries(files)) writeFileSync(join(from, file), content);
  return { from, to };
}

test('a model that would leave no space on the disk is not taken in', async () => {
  const { from, to } = folderOf(modelContents());
  const { bsize } = await statfs(to);
  vi.mocked(statfs).mockResolvedValueOnce({ bsize, bavail: 1 } as Awaited<ReturnType<typeof statfs>>);
  await expect(copyModelFiles(from, to, 'Fable')).rejects.toMatchObject({
    code: 'model-space-short',
    values: { name: 'Fable', needed: 1, free: 0 },
  });
  expect(readdirSync(to)).toEqual([]);
  await copyModelFiles(from, to, 'Fable');
  expect(readdirSync(to)).toHaveLength(4);
});

test('a model of more symbols than memory holds is not taken in', async () => {
  const symbols = IMPORT_LIMITS.symbols + 1;
  const { from, to } = folderOf(
    withJson(modelContents(), 'card.json', (card) => ({ ...card, vocabularySize: symbols })),
  );
  await expect(copyModelFiles(from, to)).rejects.toMatchObject({ code: 'model-symbols-many', values: { symbols } });
  expect(readdirSync(to)).toEqual([]);
});
