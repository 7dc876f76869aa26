import { fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { afterEach, expect, test } from 'vitest';
import { AesopError, toPlainError } from '../../../../electron/contract/errors.ts';
import { summaryOf } from '../../../../electron/contract/story.ts';
import { desk } from '../../../../renderer/rooms/story/desk.svelte.ts';
import Story from '../../../../renderer/rooms/story/Story.svelte';
import { route } from '../../../../renderer/state/route.svelte.ts';
import { telling } from '../../../../renderer/state/telling.svelte.ts';
import type { FakeBridge } from '../../fixtures/fake-bridge.ts';
import { storySymbols } from '../../fixtures/stories.ts';
import { openStudio, settle } from '../../studio-page.ts';
import './sight.ts';

const JOB = 'job_broken0001';
const PROMPT = 'The mice had';
const ID = 'written';

afterEach(() => desk.clear());

/** A telling that has begun; what becomes of it is up to the test. */
async function begun(texts: string) {
  const bridge = await openStudio('full', { 'stories.tell': () => ({ job: JOB }) });
  bridge.answers['jobs.cancel'] = () => {
    setTimeout(() => bridge.say({ event: 'job.stopped', payload: { job: JOB, kind: 'tell' } }));
    return {};
  };
  render(Story);
  await fireEvent.input(screen.getByLabelText('First line'), { target: { value: PROMPT } });
  await fireEvent.click(screen.getByRole('button', { name: 'Tell' }));
  await screen.findByRole('button', { name: 'Stop' });
  await settle();
  if (texts) bridge.say({ event: 'stories.symbols', payload: { job: JOB, symbols: storySymbols(texts) } });
  return bridge;
}

/** The studio says that it wrote down what was told. */
function write(bridge: FakeBridge, rest: string): void {
  const [model, sampling] = [telling.model, desk.sampling];
  const told = {
    model,
    prompt: PROMPT,
    sampling,
    symbols: storySymbols(rest),
    text: PROMPT + rest,
    symbolsPerSecond: 9,
  };
  const story = summaryOf({ ...told, id: ID, title: PROMPT + rest, toldAt: '2026-11-29T10:00:00.000Z' });
  bridge.say({ event: 'stories.changed', payload: { story } });
  bridge.say({ event: 'stories.told', payload: { job: JOB, id: ID } });
}

test('what was told before it broke off is in the history, and can be kept', async () => {
  const bridge = await begun(' a general council');
  write(bridge, ' a general council');
  const error = toPlainError(new AesopError('teller-died', { reason: 'SIGKILL' }));
  bridge.say({ event: 'job.failed', payload: { job: JOB, kind: 'tell', error } });
  expect((await screen.findByRole('alert')).textContent).toContain('ended unexpectedly (SIGKILL)');
  await fireEvent.click(await screen.findByRole('button', { name: 'Keep' }));
  await fireEvent.submit((await screen.findByLabelText<HTMLInputElement>('Title')).form!);
  const kept = () => bridge.asked.find(({ name }) => name === 'stories.keep')?.input;
  await waitFor(() => expect(kept()).toEqual({ id: ID, title: 'The mice had a general council' }));
  expect(route.id).toBe(ID);
});

test('left off, what was told stays', async () => {
  const bridge = await begun(' a general');
  write(bridge, ' a general');
  await fireEvent.click(screen.getByRole('button', { name: 'Stop' }));
  await screen.findByRole('button', { name: 'Keep' });
  expect(document.querySelector('.story')?.textContent).toBe('The mice had a general');
});

test('left off before the first word, the page is blank again, with nothing to keep', async () => {
  await begun('');
  await fireEvent.click(screen.getByRole('button', { name: 'Stop' }));
  await screen.findByText('Give it a first line.');
  expect(screen.queryByRole('button', { name: 'Keep' })).toBeNull();
  expect(telling.story).toBeUndefined();
});

test('what the studio could not write down stays on the page, and cannot be kept', async () => {
  const bridge = await begun(' a general');
  const error = toPlainError(new AesopError('disk-full', { path: 'stories' }));
  bridge.say({ event: 'job.failed', payload: { job: JOB, kind: 'tell', error } });
  await screen.findByRole('alert');
  expect(document.querySelector('.story')?.textContent).toBe('The mice had a general');
  expect(screen.getByRole('button', { name: 'Copy' })).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Keep' })).toBeNull();
});

test('another story is read from its beginning, the one just kept stays where it is', async () => {
  await begun(' a general council');
  await fireEvent.click(screen.getByRole('button', { name: 'Stop' }));
  await waitFor(() => expect(telling.story).toBeDefined());
  const book = screen.getByRole('region', { name: 'Story' });
  book.scrollTop = 40;
  const story = { ...telling.story!, id: 'it', title: 'It', toldAt: '2026-11-21T10:00:00.000Z' };
  desk.open(story);
  await settle();
  expect(book.scrollTop).toBe(40);
  desk.open({ ...story, id: 'other', symbols: storySymbols(' a cat') });
  await waitFor(() => expect(book.scrollTop).toBe(0));
});
