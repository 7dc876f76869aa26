import { fireEvent, render, screen, waitFor, within } from '@testing-library/svelte';
import { beforeEach, expect, test } from 'vitest';
import type { TextPreview } from '../../../../../electron/contract/corpus.ts';
import { AesopError, toPlainError } from '../../../../../electron/contract/errors.ts';
import { message } from '../../../../../electron/contract/message.ts';
import Library from '../../../../../renderer/rooms/library/Library.svelte';
import { arrivals } from '../../../../../renderer/state/arrivals.svelte.ts';
import { imports } from '../../../../../renderer/state/imports.svelte.ts';
import { route } from '../../../../../renderer/state/route.svelte.ts';
import { settings } from '../../../../../renderer/state/settings.svelte.ts';
import { toasts } from '../../../../../renderer/state/toasts.svelte.ts';
import { models as modelFixtures } from '../../../fixtures/runs.ts';
import type { FakeBridge } from '../../../fixtures/fake-bridge.ts';
import { openStudio, settle } from '../../../studio-page.ts';

const preview = (encoding: string, sample: string): TextPreview => ({
  ...{ name: 'one.txt', bytes: 11, encoding, confidence: 1, replaced: 0, plausibility: 1, sample, trouble: [] },
  alternatives: [
    { encoding: 'iso-8859-1', replaced: 0, plausibility: 0.9, sample: 'ha ha ha ha' },
    { encoding: 'utf-16le', replaced: 0, plausibility: 0.2, sample: '慨' },
  ],
});
const ONE_SYMBOL = new AesopError('text-one-symbol', { symbol: 'ha' });

let jobs = 0;
const open = (answers: ConstructorParameters<typeof FakeBridge>[1] = {}) => {
  jobs = 0;
  return openStudio('full', {
    'corpora.import': () => ({ job: `job-${String(++jobs).padStart(8, '0')}` }),
    'corpora.preview': ({ encoding = 'utf-8' }) => preview(encoding, encoding === 'utf-16le' ? '慨' : 'ha ha ha ha'),
    ...answers,
  });
};

/** Files that are read and fail, each by an error. */
async function fail(bridge: FakeBridge, failures: Record<string, AesopError>): Promise<void> {
  for (const [name, thrown] of Object.entries(failures)) {
    void imports.addFiles([new File(['ha ha ha ha'], name)]);
    await settle();
    const [job, error] = [`job-${String(jobs).padStart(8, '0')}`, toPlainError(thrown)];
    bridge.say({ event: 'job.failed', payload: { job, kind: 'import', error } });
    await settle();
  }
}

const trouble = () => screen.findByRole('region', { name: 'Trouble with “one.txt”' });
const importAs = () => screen.queryByRole('button', { name: /^Import as/ });
const released = ({ asked }: FakeBridge) => asked.filter(({ name }) => name === 'host.release').length;

beforeEach(async () => {
  for (const { key } of imports.list) await imports.discard(key);
  for (const { key } of toasts.list) toasts.dismiss(key);
  route.go('library');
});

test('a text that reads as it did before offers no import, another reading does', async () => {
  const bridge = await open();
  render(Library);
  await fail(bridge, { 'one.txt': ONE_SYMBOL });
  expect(await within(await trouble()).findByText(/single distinct symbol/)).toBeTruthy();
  expect(await screen.findByRole('radio', { name: /UTF-8/ })).toBeTruthy();
  expect(importAs()).toBeNull();
  await fireEvent.click(await screen.findByRole('radio', { name: /8859-1/ }));
  await settle();
  expect(importAs()).toBeNull();
  await fireEvent.click(await screen.findByRole('radio', { name: /UTF-16/ }));
  expect(await screen.findByRole('button', { name: /^Import as UTF-16/ })).toBeTruthy();
});

test('the encoding in which a text failed the second time is not offered again', async () => {
  const bridge = await open();
  render(Library);
  await fail(bridge, { 'one.txt': ONE_SYMBOL });
  await fireEvent.click(await screen.findByRole('radio', { name: /UTF-16/ }));
  await fireEvent.click(await screen.findByRole('button', { name: /^Import as UTF-16/ }));
  await settle();
  const payload = {
    job: `job-${String(jobs).padStart(8, '0')}`,
    kind: 'import' as const,
    error: toPlainError(ONE_SYMBOL),
  };
  bridge.say({ event: 'job.failed', payload });
  await waitFor(() => expect(imports.failed).toHaveLength(1));
  expect(await screen.findByRole('radio', { name: /UTF-16/ })).toBeTruthy();
  expect(importAs()).toBeNull();
});

test('what may have passed by now, such as a full disk, can be tried again as it was', async () => {
  const bridge = await open();
  render(Library);
  await fail(bridge, { 'one.txt': new AesopError('disk-full', { path: '/a' }) });
  expect(await screen.findByRole('button', { name: /^Import as UTF-8/ })).toBeTruthy();
});

test('several are discarded at once, had back by undo, and given back to the host after it', async () => {
  const bridge = await open();
  await settings.set({ language: 'en' });
  render(Library);
  await fail(bridge, { 'one.txt': ONE_SYMBOL });
  expect(screen.queryByRole('button', { name: /^Discard all/ })).toBeNull();
  await fail(bridge, { 'two.txt': ONE_SYMBOL, 'three.txt': ONE_SYMBOL });
  await fireEvent.click(await screen.findByRole('button', { name: 'Discard all 3' }));
  expect(imports.list).toEqual([]);
  expect(released(bridge)).toBe(0);
  const toast = toasts.list.at(-1)!;
  expect(toast.text).toBe('3 files discarded.');
  toasts.act(toast);
  expect(imports.failed.map(({ name }) => name)).toEqual(['one.txt', 'two.txt', 'three.txt']);
  await fireEvent.click(await screen.findByRole('button', { name: 'Discard all 3' }));
  toasts.dismiss(toasts.list.at(-1)!.key);
  await waitFor(() => expect(released(bridge)).toBe(3));
  expect(imports.list).toEqual([]);
});

test('one alone is discarded with undo too', async () => {
  const bridge = await open();
  render(Library);
  await fail(bridge, { 'one.txt': ONE_SYMBOL });
  await fireEvent.click(await screen.findByRole('button', { name: 'Discard' }));
  expect(imports.list).toEqual([]);
  toasts.act(toasts.list.at(-1)!);
  expect(await within(await trouble()).findByText(/single distinct symbol/)).toBeTruthy();
});

const unread = (
  name: string,
  kind: 'aesop' | 'archive' | 'model' | 'numbers',
  advice: 'import-beside' | 'import-model' | 'import-weights' | 'unpack',
) =>
  new AesopError('document-unread', {
    ...{ name, kind: message(`documents.${kind}`), advice: message(`documents.${advice}`) },
  });
const MODEL = { name: 'Import as a model' };

test('a model among the texts is imported by one button, and leads to the Shelf', async () => {
  const card = modelFixtures[0];
  const bridge = await open({ 'models.import': () => card });
  render(Library);
  await fail(bridge, { 'fable.zip': unread('fable.zip', 'aesop', 'import-model') });
  await fireEvent.click(await screen.findByRole('button', MODEL));
  await waitFor(() => expect(route.room).toBe('shelf'));
  const asked = bridge.asked.filter(({ name }) => name === 'models.import').map(({ input }) => input);
  expect(asked).toEqual([expect.objectContaining({ file: expect.stringMatching(/./), beside: [] })]);
  await waitFor(() => expect(imports.list).toEqual([]));
  // the studio lets the file go
  expect(released(bridge)).toBe(0);
});

test('a model that lacks its vocabulary waits for it and is no failed text any more', async () => {
  const bridge = await open({
    'models.import': () => {
      throw new AesopError('vocabulary-wanted', { name: 'model.h5', symbols: 112 });
    },
  });
  render(Library);
  await fail(bridge, { 'model.h5': unread('model.h5', 'numbers', 'import-weights') });
  await fireEvent.click(await screen.findByRole('button', MODEL));
  await waitFor(() => expect(arrivals.wanting?.files.map(({ name }) => name)).toEqual(['model.h5']));
  await waitFor(() => expect(imports.list).toEqual([]));
  expect(released(bridge)).toBe(0);
  arrivals.letGo();
  expect(released(bridge)).toBe(1);
});

test.each([
  ['letters.onnx', new AesopError('text-binary', { name: 'letters.onnx', percent: 20 }), true],
  ['noise.bin', new AesopError('text-binary', { name: 'noise.bin', percent: 20 }), false],
  ['books.zip', unread('books.zip', 'archive', 'unpack'), false],
  ['one.txt', ONE_SYMBOL, false],
])('%s: whether an import as a model is offered', async (name, error, offered) => {
  const bridge = await open();
  render(Library);
  await fail(bridge, { [name]: error });
  await screen.findByRole('region', { name: `Trouble with “${name}”` });
  expect(screen.queryByRole('button', MODEL) !== null).toBe(offered);
});

test('a part of a model that lies in several files asks for its weights, and goes to the Shelf with them', async () => {
  let chosen: { file: string; name: string; bytes: number }[] = [];
  const bridge = await open({
    'host.describe': () => ({ kind: 'electron', version: '1', platform: 'linux', locale: 'en' }),
    'host.chooseTexts': () => ({ files: chosen }),
    'models.import': () => modelFixtures[0],
  });
  render(Library);
  await fail(bridge, { 'model.json': unread('model.json', 'model', 'import-beside') });
  const problem = await screen.findByRole('region', { name: 'Trouble with “model.json”' });
  expect(within(problem).getByText(/weights lie in files beside it/)).toBeTruthy();
  expect(screen.queryByRole('button', MODEL)).toBeNull();
  const choose = screen.getByRole('button', { name: 'Choose its weights…' });
  await fireEvent.click(choose);
  await settle();
  expect(bridge.asked.some(({ name }) => name === 'models.import')).toBe(false);
  chosen = [{ file: 'f'.repeat(16), name: 'weights.bin', bytes: 4 }];
  await fireEvent.click(choose);
  await waitFor(() => expect(route.room).toBe('shelf'));
  const asked = bridge.asked.filter(({ name }) => name === 'models.import').map(({ input }) => input);
  expect(asked).toEqual([expect.objectContaining({ beside: [chosen[0].file] })]);
});
