import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/svelte';
import { afterEach, expect, test } from 'vitest';
import { AesopError } from '../../../../electron/contract/errors.ts';
import type { StorySymbol } from '../../../../electron/contract/story.ts';
import { beside, partnerOf } from '../../../../renderer/rooms/story/beside/beside.svelte.ts';
import { storyFigures } from '../../../../electron/advice/story-figures.ts';
import { desk } from '../../../../renderer/rooms/story/desk.svelte.ts';
import Story from '../../../../renderer/rooms/story/Story.svelte';
import { route } from '../../../../renderer/state/route.svelte.ts';
import { models } from '../../fixtures/runs.ts';
import { openStudio, settle } from '../../studio-page.ts';
import './sight.ts';

const WAIT = { timeout: 20_000 };
const [one, two] = models;
const field = () => screen.getByLabelText<HTMLTextAreaElement>('First line');
const column = (name: string) => screen.getByRole('region', { name });

afterEach(async () => {
  cleanup();
  await beside.stop();
  desk.reset();
});

/** The page with two tellers and a line that one can tell on. */
async function opened(answers: Parameters<typeof openStudio>[1] = {}, line = 'The mice had a') {
  const bridge = await openStudio('full', answers);
  route.go('story', 'beside', { models: `${one.id},${two.id}` });
  render(Story);
  await fireEvent.input(field(), { target: { value: line } });
  const told = () =>
    bridge.asked
      .filter(({ name }) => name === 'stories.tell')
      .map(({ input }) => input as { model: string; prompt: string; sampling: { seed: number; standIns: object } });
  return { bridge, told };
}

const tell = () => fireEvent.click(screen.getByRole('button', { name: 'Tell' }));

test('with one model there is nothing to compare: it says what to do', async () => {
  await openStudio('full', {});
  const { models: state } = await import('../../../../renderer/state/models.svelte.ts');
  state.receive([one]);
  beside.take([one.id]);
  route.go('story', 'beside');
  render(Story);
  expect(await screen.findByText('It takes two models to compare.')).toBeTruthy();
  expect(screen.getByRole('link', { name: 'To the Workshop' })).toBeTruthy();
});

test('the choice of a teller leads here, with that one', async () => {
  await openStudio();
  route.go('story', undefined, { model: two.id });
  render(Story);
  const link = await screen.findByRole('link', { name: 'Tell side by side' });
  await waitFor(() => expect(link.getAttribute('href')).toBe(`#/story/beside?models=${two.id}`));
});

test('tells the same line with the same seed by each, into the history, with the same figures beside one another', async () => {
  const { told, bridge } = await opened();
  await tell();
  await waitFor(() => expect(screen.getAllByRole('link', { name: 'Open alone' })).toHaveLength(2), WAIT);
  const asked = told();
  expect(asked.map(({ model }) => model)).toEqual([one.id, two.id]);
  expect(asked.map(({ prompt }) => prompt)).toEqual(['The mice had a', 'The mice had a']);
  expect(asked[0].sampling).toEqual(asked[1].sampling);
  for (const { name } of [one, two]) {
    const figures = within(column(name)).getAllByRole('definition');
    expect(figures).toHaveLength(4);
    await waitFor(() => expect(figures[2].textContent).toMatch(/%/));
    expect(figures[3].textContent).toBe('240');
  }
  const links = screen.getAllByRole<HTMLAnchorElement>('link', { name: 'Open alone' });
  expect(links.map((link) => link.getAttribute('href'))).toEqual(['#/story/told-1', '#/story/told-2']);

  await fireEvent.click(within(column(two.name)).getByRole('button', { name: 'Keep' }));
  await waitFor(() => expect(within(column(two.name)).getByRole('button', { name: 'Kept' })).toBeTruthy());
  expect(bridge.asked.filter(({ name }) => name === 'stories.keep').map(({ input }) => input)).toEqual([
    { id: 'told-2' },
  ]);
});

test('what is left off while its line is looked up is not told', async () => {
  let answer = () => {};
  const looked = new Promise<void>((resolve) => (answer = resolve));
  const { bridge, told } = await opened({}, 'The cat had a');
  const usual = bridge.answers['stories.prompt']!;
  bridge.answers['stories.prompt'] = async (input) => {
    await looked;
    return usual(input);
  };
  await fireEvent.input(field(), { target: { value: 'The fox had a' } });
  await tell();
  await waitFor(() => expect(bridge.asked.some(({ name }) => name === 'stories.prompt')).toBe(true));
  await fireEvent.click(screen.getByRole('button', { name: 'Stop' }));
  answer();
  await settle();
  expect(told()).toEqual([]);
});

test('again tells all anew with the next seed', async () => {
  const { told } = await opened();
  const { seed } = desk.sampling;
  await tell();
  await waitFor(() => expect(screen.getAllByRole('link', { name: 'Open alone' })).toHaveLength(2), WAIT);
  await fireEvent.click(screen.getByRole('button', { name: `Again, with seed ${seed + 1}` }));
  await waitFor(() => expect(told()).toHaveLength(4));
  expect(told().map(({ sampling }) => sampling.seed)).toEqual([seed, seed, seed + 1, seed + 1]);
});

test('one that fails says why in its column and leaves the other its story', async () => {
  const { bridge } = await opened();
  const usual = bridge.answers['stories.tell']!;
  bridge.answers['stories.tell'] = (input) => {
    if (input.model === one.id) throw new AesopError('model-missing', { id: one.id });
    return usual(input);
  };
  await tell();
  expect(await within(column(one.name)).findByRole('alert')).toBeTruthy();
  expect(await within(column(two.name)).findByRole('link', { name: 'Open alone' })).toBeTruthy();
  expect(within(column(two.name)).queryByRole('alert')).toBeNull();
});

test('a word that only one of them does not know is said in its column alone', async () => {
  await opened(
    {
      'stories.prompt': ({ model, text }) => ({
        symbols: [
          model === one.id
            ? { text, offset: 0, known: false, nearest: [], reading: { how: 'unknown' } }
            : { text, offset: 0, known: true, nearest: [] },
        ],
      }),
    },
    'Kitten',
  );
  await waitFor(() => expect(within(column(one.name)).getAllByRole('status')[0].textContent).toMatch(/Kitten/));
  expect(within(column(two.name)).getAllByRole('status')[0].textContent).toBe('');
});

test('of one alone a partner comes with it, and the address says both; another can take its place', async () => {
  await openStudio();
  route.go('story', 'beside', { models: two.id });
  render(Story);
  await settle();
  const ids = () => route.values.models.split(',');
  expect(ids()).toContain(two.id);
  expect(ids()).toHaveLength(2);
  expect(beside.ids).toEqual(ids());
  const [first] = ids();
  const free = models.find(({ id }) => !ids().includes(id));
  if (!free) throw new Error('a third model is needed');
  await fireEvent.change(screen.getByLabelText('Teller 1'), { target: { value: free.id } });
  await waitFor(() => expect(beside.ids).not.toContain(first));
  expect(beside.ids[0]).toBe(free.id);
});

test('Enter in the first line tells, too, and an empty line tells nothing', async () => {
  const { told } = await opened();
  await fireEvent.input(field(), { target: { value: '   ' } });
  await fireEvent.keyDown(field(), { key: 'Enter' });
  await settle();
  expect(told()).toHaveLength(0);
  await fireEvent.input(field(), { target: { value: 'Once' } });
  await fireEvent.keyDown(field(), { key: 'Enter' });
  await waitFor(() => expect(told()).toHaveLength(2));
});

test('a partner has learnt the same text where there is such a one', () => {
  const other = { ...two, id: 'other', corpus: { ...two.corpus!, sha256: 'f'.repeat(64) } };
  const same = { ...one, id: 'same' };
  expect(partnerOf(one, [one, other, same])?.id).toBe('same');
  expect(partnerOf(one, [one, other])?.id).toBe('other');
  expect(partnerOf(one, [one])).toBeUndefined();
});

test('figures of a story are of its own surprise', () => {
  const symbol = (text: string, probability: number): StorySymbol => ({ id: 1, text, probability, runnersUp: [] });
  expect(storyFigures([symbol('ab', 0.25), symbol('cd', 0.25)], 'words')).toEqual({
    perplexity: 4,
    bitsPerCharacter: 1,
  });
  expect(storyFigures([symbol('a😀', 0.25), symbol('cd', 0.25)], 'whitespace')!.bitsPerCharacter).toBeCloseTo(4 / 6);
  expect(storyFigures([symbol('a', 0)], 'words')!.perplexity).toBeLessThan(Infinity);
  expect(storyFigures([], 'words')).toBeUndefined();
});

test('keys that come to it begin in the line that all of them tell on', async () => {
  await opened();
  expect(field().matches('[data-begin]')).toBe(true);
});
