import { fireEvent, render, screen, waitFor, within } from '@testing-library/svelte';
import { beforeEach, expect, test, vi } from 'vitest';
import { AesopError, toPlainError } from '../../../../electron/contract/errors.ts';
import type { Corpus, TextPreview, TokenizerName } from '../../../../electron/contract/corpus.ts';
import Library from '../../../../renderer/rooms/library/Library.svelte';
import { corpora as texts } from '../../../../renderer/state/corpora.svelte.ts';
import { imports } from '../../../../renderer/state/imports.svelte.ts';
import { route } from '../../../../renderer/state/route.svelte.ts';
import { toasts } from '../../../../renderer/state/toasts.svelte.ts';
import { corpora, FABLE_TEXT, statistics, symbolsOf } from '../../fixtures/corpora.ts';
import { runs } from '../../fixtures/runs.ts';
import { openStudio, settle } from '../../studio-page.ts';

const JOB = 'job_library1';
const preview = (encoding: string, replaced: number): TextPreview => ({
  name: 'nahan.txt',
  bytes: 131_204,
  encoding,
  confidence: 0.9,
  replaced,
  plausibility: 0.9,
  sample: replaced > 0 ? '我在年青\ufffd时候' : '居斐烂',
  trouble: replaced > 0 ? [{ offset: 0x471c, bytes: 'ff' }] : [],
  alternatives: [{ encoding: 'big5', replaced: 1204, plausibility: 0.1, sample: '扂婓爛' }],
});

beforeEach(async () => {
  for (const { key } of imports.list) await imports.discard(key);
  for (const { key } of toasts.list) toasts.dismiss(key);
  route.go('library');
});

test('a text is chosen, deleted with Delete, and offered back', async () => {
  const bridge = await openStudio('full');
  render(Library);
  const list = screen.getByRole('complementary', { name: 'Texts' });
  const first = within(list).getByRole('link', { name: /Belling the Cat/ });
  first.focus();
  await fireEvent.keyDown(first, { key: 'ArrowDown' });
  expect(await screen.findByRole('heading', { level: 2, name: 'Tiny Shakespeare' })).toBeTruthy();
  await fireEvent.keyDown(document.activeElement as Element, { key: 'Delete' });
  await settle();
  expect(bridge.asked.at(-1)).toEqual({ name: 'corpora.delete', input: { id: 'tiny-shakespeare' } });
  expect(toasts.list[0].text).toContain('Tiny Shakespeare');
  toasts.act(toasts.list[0]);
  await settle();
  expect(bridge.asked.at(-1)).toEqual({ name: 'corpora.restore', input: { id: 'tiny-shakespeare' } });
});

test('another tokenizer measures anew and leaves the one before off; an answer that comes late is not shown', async () => {
  const bridge = await openStudio('full', {
    'corpora.statistics': ({ tokenizer }) => ({ job: `job_${tokenizer}` }),
  });
  const answer = (tokenizer: TokenizerName, symbols: number) => {
    const result = { ...statistics(symbols, 30, ['e']), tokenizer, lowercase: false };
    bridge.say({ event: 'job.done', payload: { job: `job_${tokenizer}`, kind: 'statistics', result } });
  };
  render(Library);
  await fireEvent.click(screen.getByRole('radio', { name: 'At spaces' }));
  expect(screen.getByRole('status', { name: 'Counting the text anew' })).toBeTruthy();
  await fireEvent.click(screen.getByRole('radio', { name: 'Characters' }));
  await settle();
  expect(bridge.asked).toContainEqual({ name: 'jobs.cancel', input: { job: 'job_whitespace' } });
  answer('characters', 999);
  expect(await screen.findByText('999')).toBeTruthy();
  answer('whitespace', 111);
  await settle();
  expect(screen.queryByText('111')).toBeNull();
});

test('a long text is read by pages', async () => {
  const bridge = await openStudio('full');
  route.go('library', 'tiny-shakespeare');
  render(Library);
  expect(await screen.findByText('Page 1 of 93')).toBeTruthy();
  await fireEvent.click(screen.getByRole('button', { name: 'Next page' }));
  await waitFor(() => expect(bridge.asked.at(-1)?.input).toMatchObject({ id: 'tiny-shakespeare', offset: 12_000 }));
  expect(screen.getByText('Page 2 of 93')).toBeTruthy();
});

test('a text is shown as symbols; each tells its id, those outside the vocabulary are marked', async () => {
  await openStudio('full');
  route.go('library', 'belling-the-cat');
  render(Library);
  await fireEvent.click(await screen.findByRole('radio', { name: 'As symbols' }));
  const sheet = screen.getByRole('region', { name: 'As symbols' });
  await waitFor(() => expect(sheet.querySelectorAll('.s').length).toBeGreaterThan(200));
  const { kinds, order } = symbolsOf(FABLE_TEXT, 0);
  await fireEvent.keyDown(sheet, { key: 'ArrowRight' });
  await fireEvent.keyDown(sheet, { key: 'ArrowRight' });
  const second = kinds[order[1]];
  expect(sheet.querySelector('.is-open')?.textContent?.trim()).toBe('·ago');
  expect(screen.getByText(new RegExp(`^id ${second.id}, seen ${second.times} time`))).toBeTruthy();
  expect(sheet.querySelectorAll('.unknown')).toHaveLength(0);
  const slider = screen.getByRole('slider', { name: 'Vocabulary size' });
  await fireEvent.input(slider, { target: { value: '0' } });
  expect(sheet.querySelectorAll('.s:not(.unknown)')).toHaveLength(kinds[0].times);
  expect(screen.getByText('not among the 1 of the vocabulary: read as <unk>')).toBeTruthy();
});

test('a file that fails shows why; another encoding reads it, which opens it', async () => {
  const bridge = await openStudio('full', {
    'corpora.import': () => ({ job: JOB }),
    'corpora.preview': ({ encoding }) => (encoding === 'big5' ? preview('big5', 0) : preview('gb18030', 40_000)),
  });
  render(Library);
  void imports.addFiles([new File(['x'], 'nahan.txt')]);
  await settle();
  const error = toPlainError(
    new AesopError('text-undecodable', { count: 40_000, total: 131_204, encoding: 'gb18030' }),
  );
  bridge.say({ event: 'job.failed', payload: { job: JOB, kind: 'import', error } });
  expect(await screen.findByText(/^40,000 places in 131.kB could not be read as GB18030/)).toBeTruthy();
  expect(screen.getByText('0000471c')).toBeTruthy();
  await fireEvent.click(await screen.findByRole('radio', { name: 'Big5' }));
  await fireEvent.click(await screen.findByRole('button', { name: 'Import as Big5' }));
  await settle();
  expect(bridge.asked.at(-1)?.input).toMatchObject({ encoding: 'big5' });
  bridge.say({ event: 'job.done', payload: { job: JOB, kind: 'import', result: corpora[2] } });
  expect(await screen.findByRole('heading', { level: 2, name: '中国寓言' })).toBeTruthy();
  expect(imports.list).toEqual([]);
});

test('a number of words that counts the marks too says so', async () => {
  await openStudio();
  route.go('library', corpora[0].id);
  render(Library);
  const { symbols } = corpora[0].statistics;
  const label = await screen.findByRole('button', { name: 'Words and marks' });
  const figure = label.closest('div')?.querySelector('dd')?.textContent;
  expect(figure?.replace(/\D/g, '')).toBe(String(symbols));
});

test('a file that holds a text of the Library leads to that, and says so', async () => {
  const bridge = await openStudio('full', { 'corpora.import': () => ({ job: JOB }) });
  const said = () => toasts.list.map(({ text }) => text);
  const come = async (name: string, result: Corpus) => {
    const added = imports.addFiles([new File(['x'], name)]);
    await settle();
    bridge.say({ event: 'job.done', payload: { job: JOB, kind: 'import', result } });
    await added;
  };
  await come('draft 7.docx', corpora[2]);
  expect(said()).toEqual(['“draft 7.docx” is the same text as “中国寓言”, which is in the Library.']);
  const fresh = { ...corpora[2], id: 'fresh', name: 'Draft 8' };
  await come('draft 8.docx', fresh);
  expect(said()).toHaveLength(1);
  await come('copy of draft 8.docx', fresh);
  expect(said()[1]).toBe('“copy of draft 8.docx” is the same text as “Draft 8”, which is in the Library.');
  toasts.list.forEach(({ key }) => toasts.dismiss(key));
});

test('a doubtful text is in the Library and can be looked at; another reading takes its place', async () => {
  const walden = corpora[3];
  const again: Corpus = { ...walden, id: 'walden-again', replaced: 0 };
  const bridge = await openStudio('full', {
    'corpora.import': () => ({ job: JOB }),
    'corpora.preview': ({ encoding }) => (encoding === 'big5' ? preview('big5', 0) : preview('windows-1252', 3)),
  });
  route.go('library', walden.id);
  render(Library);
  const added = imports.addFiles([new File(['x'], 'walden.txt')]);
  await settle();
  bridge.say({ event: 'job.done', payload: { job: JOB, kind: 'import', result: walden } });
  expect((await added)[0].id).toBe('walden');
  await fireEvent.click(await screen.findByRole('link', { name: 'Look at it' }));
  window.dispatchEvent(new HashChangeEvent('hashchange'));
  expect(await screen.findByRole('button', { name: 'Keep as it is' })).toBeTruthy();
  expect(screen.queryByRole('button', { name: /^Import as/ })).toBeNull();
  await fireEvent.click(await screen.findByRole('radio', { name: 'Big5' }));
  await fireEvent.click(await screen.findByRole('button', { name: 'Import as Big5' }));
  await settle();
  bridge.say({ event: 'job.done', payload: { job: JOB, kind: 'import', result: again } });
  await settle();
  expect(bridge.asked).toContainEqual({ name: 'corpora.delete', input: { id: 'walden' } });
});

test('a doubt of the encoding is asked about in one way, just imported or long after', async () => {
  const doubted: Corpus = {
    ...{ ...corpora[0], id: 'doubted', encoding: 'koi8-r', original: 'original.txt' },
    doubt: { encoding: 'windows-1251', ours: 'Жил-был', sample: 'цХК-АШК' },
  };
  const made = { ...doubted, doubt: undefined };
  const bridge = await openStudio('full', {
    'corpora.import': () => ({ job: JOB }),
    'corpora.prepare': () => ({ job: 'again-1' }),
  });
  const ways = () => within(screen.getByText(/It is not sure that this text is KOI8-R/).closest('.notice')!);
  const acts = () =>
    ways()
      .getAllByRole('button')
      .map(({ textContent }) => textContent!.trim());
  bridge.say({ event: 'corpora.changed', payload: { corpus: doubted } });
  route.go('library', doubted.id);
  render(Library);
  await settle();
  const longAfter = acts();
  expect(longAfter).toHaveLength(2);
  const added = imports.addFiles([new File(['x'], 'tale.txt')]);
  await settle();
  bridge.say({ event: 'job.done', payload: { job: JOB, kind: 'import', result: doubted } });
  await added;
  await settle();
  expect(acts()).toEqual(longAfter);
  expect(ways().getByRole('link', { name: 'Look at it' })).toBeTruthy();
  await fireEvent.click(ways().getByRole('button', { name: 'Keep as it is' }));
  await settle();
  bridge.say({ event: 'job.done', payload: { job: 'again-1', kind: 'import', result: made } });
  await settle();
  expect(imports.list).toEqual([]);
});

test('what was added is where the keys go on, not the list', async () => {
  await openStudio('full');
  route.go('library', corpora[0].id);
  render(Library);
  await settle();
  expect(document.querySelector('[data-begin]')?.textContent!.trim()).toBe(corpora[0].name);
});

test('a pasted text that cannot be kept stays in the dialog', async () => {
  const bridge = await openStudio('full', { 'corpora.paste': () => ({ job: JOB }) });
  render(Library);
  await fireEvent.click(screen.getByRole('button', { name: 'Paste a text' }));
  const body = await screen.findByLabelText('Text', { selector: 'textarea' });
  await fireEvent.input(body, { target: { value: 'mouse mouse' } });
  expect((screen.getByLabelText('Name') as HTMLInputElement).value).toBe('mouse mouse');
  await fireEvent.submit(body.closest('form') as HTMLFormElement);
  await settle();
  expect(bridge.asked.at(-1)).toEqual({ name: 'corpora.paste', input: { name: 'mouse mouse', text: 'mouse mouse' } });
  const error = toPlainError(new AesopError('text-one-symbol', { symbol: 'mouse' }));
  bridge.say({ event: 'job.failed', payload: { job: JOB, kind: 'import', error } });
  expect(await screen.findByText(/single distinct symbol/)).toBeTruthy();
  expect((screen.getByLabelText('Text', { selector: 'textarea' }) as HTMLTextAreaElement).value).toBe('mouse mouse');
});

test('a text that was written is there again when the dialog was closed by a slip, until it is added', async () => {
  await openStudio();
  render(Library);
  const open = async () => {
    await fireEvent.click(screen.getByRole('button', { name: 'Paste a text' }));
    return screen.findByLabelText<HTMLTextAreaElement>('Text', { selector: 'textarea' });
  };
  await fireEvent.input(await open(), { target: { value: 'long thought of' } });
  await fireEvent.input(screen.getByLabelText('Name'), { target: { value: 'Mine' } });
  const leave = async () => {
    await fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  };
  await leave();
  // where the next page of this window finds it
  const held = () => Object.values({ ...sessionStorage });
  expect(held()).toEqual(expect.arrayContaining(['long thought of', 'Mine']));
  // what is pasted over the room, and left, takes the place of nothing
  await fireEvent.paste(document.body, { clipboardData: { getData: () => 'from elsewhere' } });
  expect((await screen.findByLabelText<HTMLTextAreaElement>('Text', { selector: 'textarea' })).value).toBe(
    'from elsewhere',
  );
  await leave();
  const body = await open();
  expect([body.value, screen.getByLabelText<HTMLInputElement>('Name').value]).toEqual(['long thought of', 'Mine']);
  vi.spyOn(texts, 'paste').mockResolvedValueOnce(texts.list[0]);
  await fireEvent.submit(body.closest('form')!);
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect((await open()).value).toBe('');
  expect(held()).not.toContain('long thought of');
});

test('a text that a run is at is deleted, and that is said', async () => {
  await openStudio('full');
  await texts.delete('tiny-shakespeare');
  expect(toasts.list.at(-1)?.text).toMatch(/“Tiny Shakespeare” deleted\. “Tiny Shakespeare” has read it and goes on\./);
});

test('a cut and a vocabulary that were chosen go along to the training', async () => {
  await openStudio();
  route.go('library', 'tiny-shakespeare');
  render(Library);
  const train = () => screen.getByRole('link', { name: /Train on this text/ }).getAttribute('href');
  await waitFor(() => expect(train()).toBe('#/workshop?corpus=tiny-shakespeare'));
  expect(document.querySelector('.said')?.textContent).toMatch(/Proposed for this text/);
  await fireEvent.input(screen.getByRole('slider', { name: 'Vocabulary size' }), { target: { value: '200' } });
  await waitFor(() => expect(train()).toMatch(/^#\/workshop\?corpus=tiny-shakespeare&vocabularyLimit=\d+$/));
  expect(document.querySelector('.said')?.textContent).toMatch(/takes this size along/);
});

test('before anything was brought, it says what to do', async () => {
  const { asked } = await openStudio('first', {
    'runs.start': () => ({ ...runs[0], id: 'first-1', status: 'queued' }),
  });
  render(Library);
  expect(await screen.findByRole('heading', { level: 1, name: /Bring a text/ })).toBeTruthy();
  await fireEvent.click(screen.getByRole('button', { name: 'Train on the sample fable' }));
  await settle();
  expect(asked.find(({ name }) => name === 'runs.start')?.input).toMatchObject({
    corpus: 'belling-the-cat',
    hyperparameters: {},
  });
  expect(location.hash).toBe('#/workshop/first-1');
});
