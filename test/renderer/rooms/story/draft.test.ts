import { fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { afterEach, expect, test } from 'vitest';
import { samplingSchema, type Draft } from '../../../../electron/contract/story.ts';
import { desk } from '../../../../renderer/rooms/story/desk.svelte.ts';
import Story from '../../../../renderer/rooms/story/Story.svelte';
import { route } from '../../../../renderer/state/route.svelte.ts';
import { FakeBridge } from '../../fixtures/fake-bridge.ts';
import { openStudio } from '../../studio-page.ts';
import './sight.ts';

const LINE = 'Elowen stood upon the quay';
const sampling = samplingSchema.parse({ temperature: 1.3, seed: 42 });
const MODEL = 'tiny-shakespeare-1';

const field = () => screen.getByLabelText<HTMLTextAreaElement>('First line');
const draftsOf = ({ asked }: FakeBridge) =>
  asked.filter(({ name }) => name === 'stories.draft').map(({ input }) => input as Draft);

afterEach(() => {
  desk.prompt = '';
  desk.clear();
  desk.reset();
});

/** The room as after a reload, at an address. */
async function reloaded(left: Draft, id: string) {
  const bridge = await openStudio();
  route.go('story', id);
  desk.takeUp(left);
  render(Story);
  return bridge;
}

test('first line, model and sampling are there again, and not written anew for it', async () => {
  const state = await new FakeBridge().answers['studio.state']!({});
  const draft = { prompt: LINE, written: true, model: MODEL, sampling };
  const bridge = await openStudio('full', { 'studio.state': () => ({ ...state, draft }) });
  route.go('story');
  render(Story);
  expect(field().value).toBe(LINE);
  expect(screen.getByLabelText<HTMLSelectElement>('Told by').value).toBe(MODEL);
  expect(desk.sampling).toEqual(sampling);
  desk.change({ seed: 43 });
  await waitFor(() => expect(draftsOf(bridge)).toHaveLength(1), { timeout: 3000 });
  expect(draftsOf(bridge)[0]).toEqual({ ...draft, sampling: { ...sampling, seed: 43 } });
});

test('what is typed is kept once the writing pauses, not at every key', async () => {
  const bridge = await openStudio();
  render(Story);
  for (const line of ['E', 'El', LINE]) await fireEvent.input(field(), { target: { value: line } });
  await waitFor(() => expect(draftsOf(bridge)).toHaveLength(1), { timeout: 3000 });
  expect(draftsOf(bridge)[0]).toMatchObject({ prompt: LINE, written: true });
});

test('over the story that lay open then they are there again, with the story', async () => {
  await reloaded({ prompt: LINE, written: true, model: MODEL, sampling, story: 'story-1' }, 'story-1');
  const shown = () => screen.getByRole('region', { name: 'Story' }).textContent;
  await waitFor(() => expect(shown()).toMatch(/Long ago, the cat had a/));
  expect(field().value).toBe(LINE);
  expect(desk.sampling).toEqual(sampling);
});

test('a line that was never told waits for a blank page while another story is read, until it is told', async () => {
  await reloaded({ prompt: LINE, written: true, sampling, story: 'story-1' }, 'story-2');
  await waitFor(() => expect(field().value).toBe('The old mouse said it is'));
  expect(desk.draft.prompt).toBe(LINE);
  desk.clear();
  await waitFor(() => expect(field().value).toBe(LINE));
  await fireEvent.click(screen.getByRole('button', { name: 'Tell' }));
  await screen.findByRole('button', { name: 'Keep' });
  desk.clear();
  await waitFor(() => expect(field().value).toBe(desk.model?.prompt));
});
