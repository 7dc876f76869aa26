import { fireEvent, render, screen, within } from '@testing-library/svelte';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Run } from '../../../../electron/contract/run.ts';
import { articleView } from '../../../../renderer/rooms/workshop/article/article-view.svelte.ts';
import { hereOf } from '../../../../renderer/rooms/workshop/article/here.ts';
import { LISTINGS, NOTES } from '../../../../renderer/rooms/workshop/article/pieces.ts';
import RunLive from '../../../../renderer/rooms/workshop/run/RunLive.svelte';
import { lessonView } from '../../../../renderer/rooms/workshop/lesson/lesson-view.svelte.ts';
import { runs } from '../../../../renderer/state/runs.svelte.ts';
import { settings } from '../../../../renderer/state/settings.svelte.ts';
import { corpora, dictionary } from '../../fixtures/corpora.ts';
import { runs as fixtures, samples } from '../../fixtures/runs.ts';
import { openStudio, settle } from '../../studio-page.ts';

const run: Run = {
  ...fixtures[1],
  id: 'article-1',
  hyperparameters: { ...fixtures[1].hyperparameters, windowLength: 3, tokenizer: 'words' },
};

async function openArticle() {
  const bridge = await openStudio('full', { 'runs.samples': () => ({ samples }) });
  await settings.set({ language: 'en' });
  bridge.say({ event: 'runs.changed', payload: { run } });
  await runs.curves(run.id).load();
  render(RunLive, { run, onsettings: () => {} });
  await settle();
  return bridge;
}
const piece = (name: RegExp) => screen.getByRole('button', { name });

beforeEach(() => {
  Object.assign(lessonView, { open: true, shown: '' });
  Object.assign(articleView, { open: false, piece: 'text' });
});

describe('the article in the lesson', () => {
  test('reads the text only when it is opened, and has twelve listings and seven notes, one open at a time', async () => {
    const bridge = await openArticle();
    expect(bridge.asked.filter(({ name }) => name === 'runs.dictionary')).toEqual([]);
    articleView.open = true;
    await settle();
    expect(bridge.asked.filter(({ name }) => name === 'runs.dictionary')).toHaveLength(1);
    expect(screen.getAllByRole('button', { name: /^Listing \d+/ })).toHaveLength(12);
    expect(screen.getAllByRole('button', { name: /^Note \d/ })).toHaveLength(7);
    await fireEvent.click(piece(/^Note 2 A real dictionary/));
    expect(screen.getAllByRole('button', { expanded: true }).map(({ textContent }) => textContent)).toEqual([
      expect.stringContaining('A real dictionary'),
    ]);
    await fireEvent.click(piece(/^Note 2/));
    expect(screen.queryAllByRole('button', { name: /^(Listing|Note)/, expanded: true })).toEqual([]);
  });

  test('the dictionary is that of the run’s own text, and the story its own', async () => {
    await openArticle();
    articleView.open = true;
    await settle();
    await fireEvent.click(piece(/^Listing 2 The dictionary/));
    const [, first] = within(screen.getByRole('table', { name: 'The dictionary' })).getAllByRole('row');
    const [{ text, times }] = dictionary.entries;
    expect(first.textContent).toBe(`${text.trim()}0${times}`);
    expect(screen.getByRole('link', { name: 'Open the text in the Library' })).toHaveProperty(
      'hash',
      `#/library/${run.corpus.id}`,
    );
    await fireEvent.click(piece(/^Listing 11 The story/));
    expect(screen.getByText('At step 12,000 this run tells:')).toBeTruthy();
    expect(screen.getAllByText(/The people must|What, will you speak/)).toHaveLength(2);
    await fireEvent.click(screen.getByRole('button', { name: 'Show the story by step' }));
    await expect.poll(() => document.activeElement?.id).toBe('tale-name');
  });

  test('every piece says something of the run, in each context, and what was not reported yet says so', () => {
    const shown = { at: 0, step: 12_000, story: samples[3], predicted: samples[3], following: true };
    const none = { at: 0, step: undefined, story: undefined, predicted: undefined, following: true };
    const sequence = { ...run, hyperparameters: { ...run.hyperparameters, context: 'sequence' } } as Run;
    const says = (of: Run, at: typeof shown | typeof none) =>
      [...LISTINGS, ...NOTES].map(({ name }) => hereOf(name, { run: of, corpus: corpora[0], dictionary, shown: at }));
    for (const said of [...says(run, shown), ...says(sequence, shown)]) expect(said).not.toMatch(/^Not yet|NaN|[{}]/);
    const before = says({ ...run, last: undefined, parameters: undefined }, none);
    expect(before.filter((said) => said.startsWith('Not yet'))).toHaveLength(3);
  });
});
