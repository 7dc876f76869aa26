import { fireEvent, render, screen } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import Tale from '../../../../../renderer/rooms/workshop/predictions/Tale.svelte';
import { settings } from '../../../../../renderer/state/settings.svelte.ts';
import { samples } from '../../../fixtures/runs.ts';
import { openStudio } from '../../../studio-page.ts';

const words = Array.from({ length: 40 }, (_, k) => `word${k}`);
const long = { ...samples[0], prompt: words.join(' ') };

test('of a long prompt the end stands before the story, and all of it on wish', async () => {
  await openStudio();
  await settings.set({ language: 'en' });
  const { container } = render(Tale, { shown: long, tokenizer: 'whitespace' });
  const tale = () => container.querySelector('.tale')!.textContent;
  expect(tale()).not.toContain('word0 ');
  expect(tale()).toContain('word39');
  await fireEvent.click(screen.getByRole('button', { name: 'Show all of the prompt' }));
  expect(tale()).toContain('word0 word1 ');
  expect(screen.queryByRole('button', { name: 'Show all of the prompt' })).toBeNull();
});

test('a short one is whole', async () => {
  await openStudio();
  const { container } = render(Tale, { shown: samples[0], tokenizer: 'words' });
  expect(container.querySelector('.more')).toBeNull();
});
