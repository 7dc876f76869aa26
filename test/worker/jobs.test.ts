import { execFileSync } from 'node:child_process';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { modelContents } from '../storage/models/model-files.ts';
import { temporaryFolder } from '../storage/temporary-folder.ts';
import { FABLE, fileWith, localWorker } from './local-worker.ts';

describe('a worker', () => {
  test('ends every job with exactly one last word, in order', async () => {
    const { deliver, ended, messages } = localWorker();
    const path = await fileWith(FABLE);
    const input = { path, borders: [], tokenizer: 'words', lowercase: false };
    for (const job of ['job_a', 'job_b', 'job_c']) deliver({ type: 'job', job, kind: 'statistics', input });
    deliver({ type: 'stop', job: 'job_b' });
    await ended('job_c');
    const last = messages.filter(({ type }) => type !== 'progress');
    expect(last.map((message) => [message.type, 'job' in message && message.job])).toEqual([
      ['done', 'job_a'],
      ['stopped', 'job_b'],
      ['done', 'job_c'],
    ]);
  });

  test('refuses what does not fit the contract, and goes on', async () => {
    const { deliver, run, ended, log } = localWorker();
    deliver('rubbish');
    deliver({ type: 'job', job: 'job_x', kind: 'format-the-disk', input: {} });
    deliver({ type: 'job', job: 'job_y', kind: 'verify', input: { model: '/x', extra: 1 } });
    expect(await ended('job_x')).toMatchObject({ type: 'failed', error: { code: 'internal' } });
    expect(await ended('job_y')).toMatchObject({ type: 'failed', error: { code: 'internal' } });
    expect(log).toHaveLength(3);
    await expect(run('verify', { model: '/no/such/model' })).rejects.toMatchObject({ code: 'model-missing' });
  });
});

test('a model whose vocabulary is a pipe holds nobody up', async () => {
  const { run } = localWorker();
  const model = temporaryFolder();
  for (const [file, content] of Object.entries(modelContents())) await writeFile(join(model, file), content);
  const asked = { model, text: 'the mice' };
  expect((await run('prompt', asked)).symbols.map(({ known }) => known)).toEqual([true, true]);
  await rm(join(model, 'vocabulary.json'));
  execFileSync('mkfifo', [join(model, 'vocabulary.json')]);
  const values = { file: 'vocabulary.json' };
  await expect(run('prompt', asked)).rejects.toMatchObject({ code: 'model-damaged', values });
  await expect(run('verify', { model })).rejects.toMatchObject({ code: 'model-damaged', values });
});
