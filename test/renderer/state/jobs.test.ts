import { describe, expect, test } from 'vitest';
import { corpora } from '../../../renderer/state/corpora.svelte.ts';
import { imports } from '../../../renderer/state/imports.svelte.ts';
import { jobs } from '../../../renderer/state/jobs.svelte.ts';
import { telling } from '../../../renderer/state/telling.svelte.ts';
import { AesopError, toPlainError } from '../../../electron/contract/errors.ts';
import { samplingSchema } from '../../../electron/contract/story.ts';
import { corpora as fixtures } from '../fixtures/corpora.ts';
import { storySymbols } from '../fixtures/stories.ts';
import { openStudio, settle } from '../studio-page.ts';

const JOB = 'job_one000';
const sampling = samplingSchema.parse({});
const file = (name: string, text: string) => new File([text], name);

describe('jobs', () => {
  test('an end that overtakes the answer is kept', async () => {
    const bridge = await openStudio();
    bridge.say({ event: 'job.done', payload: { job: JOB, kind: 'import', result: 7 } });
    expect(await jobs.end<number>(JOB)).toBe(7);
  });

  test('progress is listed until the end', async () => {
    const bridge = await openStudio();
    const progress = { job: JOB, kind: 'import', fraction: 0.5, subject: 'walden' };
    bridge.say({ event: 'job.progress', payload: progress });
    expect(jobs.byId(JOB)?.fraction).toBe(0.5);
    bridge.say({ event: 'job.stopped', payload: { job: JOB, kind: 'import' } });
    expect(jobs.byId(JOB)).toBeUndefined();
    expect(await jobs.end(JOB)).toBeUndefined();
  });

  test('one that ended while the line was broken does not wait for ever', async () => {
    await openStudio();
    const lost = expect(jobs.end('job_gone00')).rejects.toMatchObject({ code: 'connection-lost' });
    await openStudio();
    await lost;
  });
});

describe('imports', () => {
  test('a file becomes a corpus and leaves the list', async () => {
    const bridge = await openStudio('full', { 'corpora.import': () => ({ job: JOB }) });
    const added = imports.addFiles([file('walden.txt', 'x')]);
    await settle();
    expect(imports.list).toMatchObject([{ name: 'walden.txt', job: JOB }]);
    bridge.say({ event: 'job.done', payload: { job: JOB, kind: 'import', result: fixtures[0] } });
    expect(await added).toEqual([fixtures[0]]);
    expect(imports.list).toEqual([]);
  });

  test('one that fails stays with its error and can be tried in another encoding', async () => {
    const bridge = await openStudio('full', { 'corpora.import': () => ({ job: JOB }) });
    const added = imports.addFiles([file('nahan.txt', 'x')]);
    await settle();
    const error = toPlainError(new AesopError('text-undecodable', { count: 3, total: 9, encoding: 'GB18030' }));
    bridge.say({ event: 'job.failed', payload: { job: JOB, kind: 'import', error } });
    expect(await added).toEqual([]);
    const [failed] = imports.list;
    expect(failed.error?.code).toBe('text-undecodable');
    const again = imports.retry(failed.key, 'big5');
    await settle();
    expect(bridge.asked.at(-1)).toMatchObject({ name: 'corpora.import', input: { encoding: 'big5' } });
    bridge.say({ event: 'job.done', payload: { job: JOB, kind: 'import', result: fixtures[1] } });
    expect(await again).toEqual(fixtures[1]);
  });

  test('one that is discarded is given back to the host', async () => {
    const bridge = await openStudio('full', { 'corpora.import': () => ({ job: JOB }) });
    const added = imports.addFiles([file('nahan.txt', 'x')]);
    await settle();
    const error = toPlainError(new AesopError('text-undecodable', { count: 3, total: 9, encoding: 'GB18030' }));
    bridge.say({ event: 'job.failed', payload: { job: JOB, kind: 'import', error } });
    await added;
    const failed = imports.list.at(-1)!;
    await imports.discard(failed.key);
    expect(bridge.asked.at(-1)).toEqual({ name: 'host.release', input: { file: failed.file?.file } });
  });

  test('a long pasted text goes as a file, which is given back whatever comes of it', async () => {
    const bridge = await openStudio('full', { 'corpora.import': () => ({ job: JOB }) });
    const text = 'mouse '.repeat(200_000);
    const pasted = corpora.paste('Mice', text);
    await settle();
    const input = { name: 'Mice', encoding: 'utf-8', origin: 'paste', file: expect.any(String) };
    expect(bridge.asked.at(-1)).toEqual({ name: 'corpora.import', input });
    bridge.say({ event: 'job.done', payload: { job: JOB, kind: 'import', result: fixtures[0] } });
    expect(await pasted).toEqual(fixtures[0]);
    expect(bridge.asked.at(-1)).toEqual({ name: 'host.release', input: { file: expect.any(String) } });
    expect(bridge.asked.some(({ name }) => name === 'corpora.paste')).toBe(false);
  });

  test('an empty file is refused with the catalogue’s words', async () => {
    await openStudio();
    await imports.addFiles([file('nothing.txt', '')]);
    expect(imports.list[0].error?.code).toBe('text-empty');
    await imports.discard(imports.list[0].key);
    expect(imports.list).toEqual([]);
  });
});

describe('telling', () => {
  test('symbols stream in, also those that come before the answer', async () => {
    const symbols = storySymbols(' one two three');
    const bridge = await openStudio('full', {
      'stories.tell': () => {
        bridge.say({ event: 'stories.symbols', payload: { job: JOB, symbols: symbols.slice(0, 1) } });
        return { job: JOB };
      },
    });
    const told = telling.tell('m', 'Once', sampling);
    await settle();
    expect(telling.symbols).toHaveLength(1);
    bridge.say({ event: 'stories.symbols', payload: { job: JOB, symbols: symbols.slice(1, 2) } });
    expect(telling.symbols.map(({ text }) => text)).toEqual([' one', ' two']);
    expect(telling.status).toBe('telling');
    const result = { model: 'm', prompt: 'Once', sampling, symbols, text: 'Once one two three', symbolsPerSecond: 9 };
    bridge.say({ event: 'job.done', payload: { job: JOB, kind: 'tell', result } });
    await told;
    expect(telling.status).toBe('told');
    expect(telling.story).toEqual(result);
  });

  test('left off, what was told can be kept', async () => {
    const bridge = await openStudio('full', { 'stories.tell': () => ({ job: JOB }) });
    const told = telling.tell('m', 'Once', sampling);
    await settle();
    bridge.say({ event: 'stories.symbols', payload: { job: JOB, symbols: storySymbols(' upon a') } });
    bridge.say({ event: 'job.stopped', payload: { job: JOB, kind: 'tell' } });
    await told;
    expect(telling.story?.text).toBe('Once upon a');
  });

  test('an error of the studio is shown, not thrown', async () => {
    await openStudio('full', {
      'stories.tell': () => {
        throw new AesopError('prompt-empty');
      },
    });
    await telling.tell('m', '', sampling);
    expect(telling.status).toBe('failed');
    expect(telling.error?.code).toBe('prompt-empty');
  });
});

test('the corpora follow the studio', async () => {
  const bridge = await openStudio('first');
  expect(corpora.list).toHaveLength(1);
  bridge.say({ event: 'corpora.changed', payload: { corpus: fixtures[3] } });
  expect(corpora.byId('walden')?.name).toBe('Walden');
});
