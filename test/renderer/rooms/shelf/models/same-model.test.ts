import { render, screen } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import type { ModelCard } from '../../../../../electron/contract/model.ts';
import CardBody from '../../../../../renderer/rooms/shelf/models/CardBody.svelte';
import { models } from '../../../../../renderer/state/models.svelte.ts';
import { settings } from '../../../../../renderer/state/settings.svelte.ts';
import { toasts } from '../../../../../renderer/state/toasts.svelte.ts';
import { models as cards } from '../../../fixtures/runs.ts';
import type { FakeBridge } from '../../../fixtures/fake-bridge.ts';
import { openStudio, settle } from '../../../studio-page.ts';

const files = { 'weights.bin': 'a'.repeat(64), 'vocabulary.json': 'b'.repeat(64) };
const [first]: ModelCard[] = [{ ...cards[0], id: 'first', name: 'Cat 5', files }];
const again: ModelCard = { ...first, id: 'again', name: 'Cat 5 2' };

async function open(known: readonly ModelCard[], imported: ModelCard): Promise<FakeBridge> {
  const bridge = await openStudio('full', { 'models.import': () => imported, 'models.delete': () => ({}) });
  await settings.set({ language: 'en' });
  for (const model of known) bridge.say({ event: 'models.changed', payload: { model } });
  for (const { key } of toasts.list) toasts.dismiss(key);
  await settle();
  return bridge;
}
const file = { file: `file_${'0'.repeat(36)}`, name: 'cat.zip', bytes: 1 };

test('the same model imported again is said so, and can be taken back', async () => {
  const bridge = await open([first], again);
  await models.import([file]);
  const toast = toasts.list.at(-1)!;
  expect(toast.text).toBe('“Cat 5 2” is the same model as “Cat 5”.');
  toasts.act(toast);
  await settle();
  expect(bridge.asked).toContainEqual({ name: 'models.delete', input: { id: 'again' } });
});

test('another model is taken in without a word', async () => {
  await open([first], { ...again, files: { ...files, 'weights.bin': 'c'.repeat(64) } });
  await models.import([file]);
  expect(toasts.list).toEqual([]);
});

test('its card names the other and leads there', async () => {
  await open([first, again], again);
  render(CardBody, { model: again });
  const link = screen.getByRole('link', { name: 'The same model as “Cat 5”' });
  expect(link.getAttribute('href')).toBe('#/shelf/first');
});
