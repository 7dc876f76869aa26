import { expect, it } from 'vitest';
import { settings } from '../../../renderer/state/settings.svelte.ts';
import { textNames } from '../../../renderer/state/text-names.ts';
import { openStudio } from '../studio-page.ts';

it('a sentence names a few texts, each as its language marks titles, and counts the rest', async () => {
  await openStudio();
  const names = ['The Owl', 'Of Frogs', `Moby ${'Dick '.repeat(20)}`, 'Of Mice', 'Of Men'];
  expect(textNames(names.slice(0, 1))).toBe('“The Owl”');
  expect(textNames(names.slice(0, 2))).toBe('“The Owl”, “Of Frogs”');
  expect(textNames(names)).toMatch(/^“The Owl”, “Of Frogs”, “Moby Dick [^”]{1,36}” and 2 more$/);
  await settings.set({ language: 'zh' });
  expect(textNames(names.slice(0, 2))).toBe('《The Owl》、《Of Frogs》');
  expect(textNames(names)).toMatch(/》和另外 2 篇$/);
  await settings.set({ language: 'en' });
});
