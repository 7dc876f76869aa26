import { fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { afterEach, expect, test } from 'vitest';
import { samplingSchema, type Story as KeptStory } from '../../../../../electron/contract/story.ts';
import { desk } from '../../../../../renderer/rooms/story/desk.svelte.ts';
import { page } from '../../../../../renderer/rooms/story/page.svelte.ts';
import Story from '../../../../../renderer/rooms/story/Story.svelte';
import { storySymbols } from '../../../fixtures/stories.ts';
import { openStudio, settle } from '../../../studio-page.ts';
import { Sight } from '../sight.ts';

const SENTENCE = ' the cat ran off.';

const longStory = (sentences: number): KeptStory => ({
  id: 'long',
  title: 'Long',
  toldAt: '2026-11-21T10:00:00.000Z',
  model: 'belling-the-cat-1',
  prompt: 'Once',
  sampling: samplingSchema.parse({ length: 2500 }),
  symbols: storySymbols(SENTENCE.repeat(sentences)),
  text: `Once${SENTENCE.repeat(sentences)}`,
  symbolsPerSecond: 1,
});

/** Frames of a busy machine are slow. */
const patiently = (check: () => void) => waitFor(check, { timeout: 30_000 });
const words = () => document.querySelectorAll('.w').length;
const word = (index: number) => document.querySelector<HTMLElement>(`[data-i="${index}"]`);
const blocks = () => [...document.querySelectorAll('.block')];

afterEach(() => {
  desk.clear();
  Sight.everything();
});

/** The room with a kept story of that many sentences, of which a person sees nothing yet. */
async function opened(sentences: number, answers: Parameters<typeof openStudio>[1] = {}) {
  Sight.nothing();
  const bridge = await openStudio('full', answers);
  render(Story);
  desk.open(longStory(sentences));
  await patiently(() => expect(document.querySelector('.story')?.textContent).toBe(page.text()));
  return bridge;
}

test('is all there to be read and found, and becomes words only where it is seen', async () => {
  await opened(2000);
  expect(page.text()).toHaveLength(4 + 2000 * SENTENCE.length);
  await settle();
  expect(words()).toBeLessThan(1500);
  const far = blocks().at(-2)!;
  expect(far.querySelector('.w')).toBeNull();
  Sight.of(far, true);
  await patiently(() => expect(far.querySelector('.w')).not.toBeNull());
  Sight.of(far, false);
  await patiently(() => expect(far.querySelector('.w')).toBeNull());
  expect(document.querySelector('.story')?.textContent).toBe(page.text());
});

test('few words are drawn a frame, however many are seen at once', async () => {
  await opened(1000);
  const before = words();
  for (const block of blocks()) Sight.of(block, true);
  expect(words() - before).toBeLessThan(1300);
  await patiently(() => expect(words()).toBe(5000));
});

test('the keys lead to words that were plain text, and the one tab stop goes along', async () => {
  await opened(1000);
  const stops = () => [...document.querySelectorAll('.story [tabindex]')];
  expect(stops()).toEqual([word(0)]);
  word(0)!.focus();
  await fireEvent.keyDown(word(0)!, { key: 'End' });
  await patiently(() => expect(document.activeElement).toBe(word(4999)));
  expect(stops()).toEqual([word(4999)]);
  await fireEvent.keyDown(word(4999)!, { key: 'Home' });
  await patiently(() => expect(document.activeElement).toBe(word(0)));
  await patiently(() => expect(word(4999)).toBeNull());
});

test('what is told on is drawn behind what stands, which stays as it is', async () => {
  const bridge = await opened(20, { 'stories.tell': () => ({ job: 'job_long0001' }) });
  const say = (texts: string) =>
    bridge.say({ event: 'stories.symbols', payload: { job: 'job_long0001', symbols: storySymbols(texts) } });
  const first = word(3);
  await fireEvent.click(screen.getByRole('button', { name: 'More actions' }));
  await fireEvent.click(await screen.findByRole('menuitem', { name: 'Tell on from the end' }));
  await patiently(() => expect(bridge.asked.some(({ name }) => name === 'stories.tell')).toBe(true));
  await settle();
  for (let batch = 0; batch < 3; batch++) say(' and then.');
  await patiently(() => expect(word(108)?.textContent).toBe('.'));
  expect(word(3)).toBe(first);
  expect(document.querySelectorAll('[data-i="107"]')).toHaveLength(1);
});
