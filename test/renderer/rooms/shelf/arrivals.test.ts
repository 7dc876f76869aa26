import { render, screen } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import { AesopError } from '../../../../electron/contract/errors.ts';
import type { ModelCard } from '../../../../electron/contract/model.ts';
import ScaleWanted from '../../../../renderer/frame/ScaleWanted.svelte';
import VocabularyWanted from '../../../../renderer/frame/VocabularyWanted.svelte';
import CardBody from '../../../../renderer/rooms/shelf/models/CardBody.svelte';
import Models from '../../../../renderer/rooms/shelf/models/Models.svelte';
import { arrivals } from '../../../../renderer/state/arrivals.svelte.ts';
import { route } from '../../../../renderer/state/route.svelte.ts';
import { settings } from '../../../../renderer/state/settings.svelte.ts';
import { trouble } from '../../../../renderer/state/trouble.svelte.ts';
import { figureOf } from '../../figure-of.ts';
import { models as cards } from '../../fixtures/runs.ts';
import { openStudio, settle } from '../../studio-page.ts';

const { run: _, corpus: __, step: ___, seconds: ____, engine: _____, ...rest } = cards[0];
const foreign: ModelCard = {
  ...rest,
  id: 'foreign',
  name: 'Nietzsche',
  origin: { format: 'keras', file: 'nietzsche.keras', vocabulary: 'words.txt', form: 'lines' },
  vocabularySize: 1200,
  metrics: { loss: null, accuracy: null, perplexity: null },
};
const file = (name: string) => ({ file: `file_${name.padEnd(36, '0')}`, name, bytes: 1 });
const [model, wrong, right] = ['model', 'wrong', 'right'].map(file);
const misfit = { file: 'wrong', found: 3, name: 'model', symbols: 1200 };

test('a model without its vocabulary waits for it, hears what is wrong with one, and comes in with another', async () => {
  const bridge = await openStudio('full', {
    'models.import': (input: { vocabulary?: string }) => {
      if (input.vocabulary === right.file) return foreign;
      if (input.vocabulary) throw new AesopError('vocabulary-misfit', misfit);
      throw new AesopError('vocabulary-wanted', { name: 'model', symbols: 1200 });
    },
    'host.release': () => ({}),
  });
  await settings.set({ language: 'en' });
  render(VocabularyWanted);
  expect(screen.queryByRole('dialog')).toBeNull();
  await arrivals.add([model]);
  await settle();
  expect(screen.getByRole('dialog').textContent).toContain('“model” came without its vocabulary');
  expect(trouble.error).toBeUndefined();
  await arrivals.give(wrong);
  await settle();
  expect(screen.getByRole('dialog').textContent).toMatch(/“wrong” holds 3 symbols, and the model “model” has 1,200/);
  await arrivals.give(right);
  await settle();
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(route.id).toBe('foreign');
  expect(bridge.asked.filter(({ name }) => name === 'host.release')).toEqual([]);
});

test('a model that reads a number for a symbol is asked about, with the vocabulary that it got before', async () => {
  let text = false;
  const bridge = await openStudio('full', {
    'models.import': ({ vocabulary, idScale }: { vocabulary?: string; idScale?: string }) => {
      if (!vocabulary) throw new AesopError('vocabulary-wanted', { name: 'model', symbols: 1200 });
      if (!idScale && !text) throw new AesopError('id-scale-wanted', { name: 'model' });
      return foreign;
    },
    'host.release': () => ({}),
  });
  await settings.set({ language: 'en' });
  render(VocabularyWanted);
  render(ScaleWanted);
  await arrivals.add([model]);
  await arrivals.give(right);
  await settle();
  expect(screen.getByRole('dialog').textContent).toContain('“model” reads one number for a symbol');
  const take = screen.getByText('Take it in');
  expect(take).toHaveProperty('disabled', true);
  screen.getByRole('radio', { name: /the usual way/ }).click();
  await settle();
  take.click();
  await settle();
  expect(screen.queryByRole('dialog')).toBeNull();
  const asked = bridge.asked.filter(({ name }) => name === 'models.import');
  expect(asked.at(-1)!.input).toMatchObject({ file: model.file, vocabulary: right.file, idScale: 'divided' });

  await arrivals.add([model]);
  await arrivals.give(wrong);
  text = true;
  await arrivals.give(right);
  expect(arrivals.wanting).toBeUndefined();
  expect(bridge.asked.filter(({ name }) => name === 'host.release')).toEqual([
    { name: 'host.release', input: { file: wrong.file } },
  ]);
  text = false;
  await arrivals.add([model]);
  await arrivals.give(right);
  arrivals.letGo();
  const released = bridge.asked.filter(({ name }) => name === 'host.release').map(({ input }) => input);
  expect(released.slice(1)).toEqual([{ file: model.file }, { file: right.file }]);
});

test('one that is let go is released, and anything else that is wrong is said above the room', async () => {
  let code: 'vocabulary-wanted' | 'not-a-model' = 'vocabulary-wanted';
  const bridge = await openStudio('full', {
    'models.import': () => {
      throw new AesopError(code as 'vocabulary-wanted', { name: 'model', symbols: 1200 });
    },
    'host.release': () => ({}),
  });
  await arrivals.add([model]);
  arrivals.letGo();
  expect(arrivals.wanting).toBeUndefined();
  expect(bridge.asked).toContainEqual({ name: 'host.release', input: { file: model.file } });
  code = 'not-a-model';
  await arrivals.add([model]);
  expect(arrivals.wanting).toBeUndefined();
  expect(trouble.error?.code).toBe('not-a-model');
  trouble.clear();
});

test('its card says where it is from and how it is read, and shows no figure that nobody measured', async () => {
  await openStudio('full');
  await settings.set({ language: 'en' });
  const { container } = render(CardBody, { model: foreign });
  const said = container.textContent!;
  expect(said).toContain('Imported from nietzsche.keras (Keras), which says neither what it learnt from nor how.');
  expect(said).toContain('1,200 symbols of words.txt, one a line');
  for (const untold of ['Loss', 'Perplexity', 'Learning rate', 'Batch size', 'Where it was trained'])
    expect(said).not.toContain(untold);
  expect(figureOf('Vocabulary', container as HTMLElement)).toBe('1,200');
});

test('in the list of models what nobody knows of it is a dash', async () => {
  await openStudio('full');
  await settings.set({ language: 'en' });
  const nothing = () => {};
  const props = { onselect: nothing, onchoose: nothing, oncompare: nothing, onrename: nothing, ondelete: nothing };
  const shown = {
    models: [foreign, cards[1]],
    byText: true,
    selected: undefined,
    compared: new Set<string>(),
    full: false,
  };
  render(Models, { ...shown, ...props });
  const row = screen.getByText('Nietzsche').closest('tr')!;
  const cells = [...row.querySelectorAll('td, th')].map((cell) => cell.textContent!.trim());
  expect(cells.slice(-6)).toEqual(['–', '–', '–', '–', '–', '–']);
  expect(document.body.textContent).toContain('From other programs');
});
