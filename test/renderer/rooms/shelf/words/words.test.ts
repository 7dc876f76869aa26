import { fireEvent, render, screen, within } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import { AesopError } from '../../../../../electron/contract/errors.ts';
import Shelf from '../../../../../renderer/rooms/shelf/Shelf.svelte';
import { Words } from '../../../../../renderer/rooms/shelf/words/words.svelte.ts';
import { route } from '../../../../../renderer/state/route.svelte.ts';
import { neighbours, wordMap } from '../../../fixtures/words.ts';
import { openStudio, settle } from '../../../studio-page.ts';

const near = () => screen.findByRole('list', { name: 'Nearest words' });
const field = () => screen.getByRole('textbox', { name: 'Word' }) as HTMLInputElement;

test('a word shows its nearest ones; one of them, and one of the list, leads on', async () => {
  const bridge = await openStudio('full', {
    'models.map': () => ({ ...wordMap, points: wordMap.points.slice(0, 12) }),
  });
  route.go('shelf');
  render(Shelf);
  expect((await near()).textContent).not.toBe('');
  expect(field().value).toMatch(/^\p{L}{4,}$/u);
  await fireEvent.input(field(), { target: { value: 'king' } });
  await fireEvent.keyDown(field(), { key: 'Enter' });
  expect(await within(await near()).findByRole('button', { name: 'queen' })).toBeTruthy();
  await fireEvent.click(within(await near()).getByRole('button', { name: 'duke' }));
  expect(bridge.asked.at(-1)).toMatchObject({ name: 'models.neighbours', input: { word: ' duke' } });
  await settle();
  expect(field().value).toBe('duke');
  await fireEvent.click(screen.getByRole('radio', { name: 'List' }));
  await fireEvent.click(screen.getByRole('button', { name: 'night' }));
  await settle();
  expect(screen.getByRole('button', { name: 'night' }).getAttribute('aria-current')).toBe('true');
  expect(within(await near()).getAllByRole('button')[0].textContent).toBe('day');
});

test('a word that is not known says so and offers those spelt like it', async () => {
  await openStudio('full');
  route.go('shelf');
  render(Shelf);
  await near();
  await fireEvent.input(field(), { target: { value: 'kitten' } });
  await fireEvent.keyDown(field(), { key: 'Enter' });
  expect(await screen.findByText('“kitten” is not one of the 8,000 symbols compared.')).toBeTruthy();
  await fireEvent.click(screen.getByRole('button', { name: 'king' }));
  expect(within(await near()).getByRole('button', { name: 'queen' })).toBeTruthy();
});

test('without an embedding it says what is compared; a large vocabulary, with how many', async () => {
  await openStudio('full', {
    'models.neighbours': ({ word }) => ({ ...neighbours(word), source: 'output', compared: 50 }),
  });
  route.go('shelf');
  render(Shelf);
  expect(await screen.findByText(/no embedding/)).toBeTruthy();
  expect(screen.getByText('Compared with the 50 most frequent symbols.')).toBeTruthy();
});

test('a damaged model says so in its place', async () => {
  await openStudio('full', {
    'models.map': () => {
      throw new AesopError('model-truncated', { id: 'x', file: 'weights.bin', bytes: 10, expected: 100 });
    },
  });
  route.go('shelf');
  render(Shelf);
  expect(await screen.findByText('model-truncated')).toBeTruthy();
  expect(screen.getByRole('heading', { level: 2, name: 'Belling the Cat' })).toBeTruthy();
});

test('a model that goes away while one asks says so beside its map', async () => {
  await openStudio('full', {
    'models.neighbours': ({ word }) => {
      if (word === 'king') throw new AesopError('model-missing', { id: 'x' });
      return neighbours(word);
    },
  });
  route.go('shelf');
  render(Shelf);
  await near();
  await fireEvent.input(field(), { target: { value: 'king' } });
  await fireEvent.keyDown(field(), { key: 'Enter' });
  expect(await screen.findByText('model-missing')).toBeTruthy();
  await fireEvent.input(field(), { target: { value: 'queen' } });
  await fireEvent.keyDown(field(), { key: 'Enter' });
  expect(within(await near()).getByRole('button', { name: 'king' })).toBeTruthy();
});

test('the last word asked about wins, whichever answer comes last', async () => {
  let answer = () => {};
  const slow = new Promise<void>((resolve) => (answer = resolve));
  await openStudio('full', {
    'models.neighbours': async ({ word }) => {
      if (word === 'king') await slow;
      return neighbours(word);
    },
  });
  const words = new Words('any');
  const first = words.look('king');
  await words.look('night');
  answer();
  await first;
  expect([words.word, words.near?.symbol]).toEqual(['night', ' night']);
});

test('F2 and Delete are for the chosen model', async () => {
  const bridge = await openStudio('full');
  route.go('shelf');
  render(Shelf);
  const row = screen.getByRole('row', { selected: true });
  await fireEvent.keyDown(row, { key: 'F2' });
  expect(await screen.findByRole('dialog')).toBeTruthy();
  await fireEvent.keyDown(document.activeElement as Element, { key: 'Escape' });
  await fireEvent.keyDown(row, { key: 'Delete' });
  await settle();
  expect(bridge.asked.some(({ name }) => name === 'models.delete')).toBe(true);
});
