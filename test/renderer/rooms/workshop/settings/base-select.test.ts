import { fireEvent, render, screen, within } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import { draftOf } from '../../../../../renderer/rooms/workshop/draft/drafts.ts';
import BaseSelect from '../../../../../renderer/rooms/workshop/settings/BaseSelect.svelte';
import { useAgain } from '../../../../../renderer/rooms/workshop/run/asks.svelte.ts';
import { toasts } from '../../../../../renderer/state/toasts.svelte.ts';
import { corpora } from '../../../fixtures/corpora.ts';
import { models, runs } from '../../../fixtures/runs.ts';
import { openStudio } from '../../../studio-page.ts';

const [fable] = corpora;
const [first, article, novel] = models;

test('each model says how it cuts text and how large it is; one that cannot be learnt on from says why', async () => {
  await openStudio();
  const draft = draftOf(fable);
  draft.choose('proposed');
  render(BaseSelect, { draft });
  const select = screen.getByRole<HTMLSelectElement>('combobox');
  const option = (name: RegExp) => within(select).getByRole<HTMLOptionElement>('option', { name });
  expect(select.value).toBe('');
  expect(option(/^Shakespeare, 2×400/).textContent).toBe('Shakespeare, 2×400 · Words · 1×256 · 8,000 symbols');
  const last = option(/^Article 2×512/);
  expect([last.disabled, last.textContent]).toEqual([true, 'Article 2×512: cannot, it sees words as bare numbers']);
  expect(article.hyperparameters.input).toBe('ordinal');
  await fireEvent.change(select, { target: { value: novel.id } });
  expect(draft.base?.id).toBe(novel.id);
  await fireEvent.change(select, { target: { value: '' } });
  expect(draft.base).toBeUndefined();
});

test('a run trained again says where its base model is gone, since it would begin from nothing', async () => {
  await openStudio();
  const again = (base: { id: string; name: string }) => {
    useAgain({ ...runs[0], base: { ...base, texts: [] } });
    return toasts.list.map(({ text }) => text).filter((text) => text.includes(base.name));
  };
  expect(again({ id: first.id, name: first.name })).toEqual([]);
  expect(again({ id: 'gone', name: 'The Owl' })).toEqual([
    expect.stringMatching(/“The Owl” is no longer on the Shelf/),
  ]);
});
