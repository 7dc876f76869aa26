import { render, screen } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import CardBody from '../../../../../renderer/rooms/shelf/models/CardBody.svelte';
import { corpora } from '../../../../../renderer/state/corpora.svelte.ts';
import { settings } from '../../../../../renderer/state/settings.svelte.ts';
import { models } from '../../../fixtures/runs.ts';
import { openStudio } from '../../../studio-page.ts';

const sha256 = 'f'.repeat(64);
const base = { id: 'mice-1', name: 'Mice', texts: [{ id: 'gone', name: 'A fable', sha256 }] };

test.each([
  ['en', base, 'Learned on from “Mice”, which had learned from “A fable”'],
  [
    'en',
    { ...base, more: true },
    'Learned on from “Mice”, which had learned from “A fable” and from others that are not known',
  ],
  ['en', { ...base, texts: [], more: true }, 'Learned on from “Mice”; what that had learned from is not known'],
  ['zh', base, '在“Mice”的基础上继续学习，后者学自《A fable》'],
  ['zh', { ...base, more: true }, '在“Mice”的基础上继续学习，后者学自《A fable》，以及其他不详的文本'],
  ['zh', { ...base, texts: [], more: true }, '在“Mice”的基础上继续学习，后者学自何文本不详'],
] as const)('in %s a card says what its base model had learnt from: %o', async (language, known, said) => {
  await openStudio();
  await settings.set({ language });
  render(CardBody, { model: { ...models[0], base: known as never } });
  expect(screen.getByText(said)).toBeTruthy();
});

test('a card says which of its texts are not in the Library', async () => {
  await openStudio();
  const [{ id, name, sha256: known }] = corpora.list;
  const corpus = { ...models[0].corpus!, id, name, sha256: known };
  const { rerender } = render(CardBody, { model: { ...models[0], corpus, base } });
  expect(screen.getByText('Not in the Library: “A fable”')).toBeTruthy();
  await rerender({ model: { ...models[0], corpus } });
  expect(screen.queryByText(/Not in the Library/)).toBeNull();
});
