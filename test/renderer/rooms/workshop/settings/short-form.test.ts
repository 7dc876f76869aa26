import { fireEvent, render, screen, waitFor, within } from '@testing-library/svelte';
import { beforeEach, describe, expect, test } from 'vitest';
import Workshop from '../../../../../renderer/rooms/workshop/Workshop.svelte';
import { draftOf } from '../../../../../renderer/rooms/workshop/draft/drafts.ts';
import { machine } from '../../../../../renderer/state/machine.svelte.ts';
import { route } from '../../../../../renderer/state/route.svelte.ts';
import { settings } from '../../../../../renderer/state/settings.svelte.ts';
import { corpora } from '../../../fixtures/corpora.ts';
import type { FakeBridge } from '../../../fixtures/fake-bridge.ts';
import { runs as fixtures } from '../../../fixtures/runs.ts';
import { openStudio, settle } from '../../../studio-page.ts';

const [fable, shakespeare] = corpora;
const QUESTIONS = ['How long to learn', 'How close to the text', 'Size of the network'];

async function open(corpus = fable, values: Record<string, string> = {}): Promise<FakeBridge> {
  const bridge = await openStudio('idle', { 'runs.start': () => ({ ...fixtures[0], id: 'new-1', status: 'queued' }) });
  await settings.set({ language: 'en', allSettings: false });
  await machine.check(true);
  draftOf(corpus).choose('proposed');
  route.go('workshop', undefined, { corpus: corpus.id, ...values });
  render(Workshop);
  await settle();
  return bridge;
}
const group = (name: string) => screen.getByRole('radiogroup', { name });
const radio = (question: string, name: RegExp) => within(group(question)).getByRole('radio', { name });
const chosen = () =>
  QUESTIONS.map(
    (question) => within(group(question)).queryByRole('radio', { checked: true })?.firstChild?.textContent ?? 'own',
  );
const why = (question: string) =>
  document.getElementById(group(question).getAttribute('aria-describedby')!)!.textContent.trim();

describe('a new run', () => {
  beforeEach(() => sessionStorage.clear());

  test('asks three plain questions, each with what it takes and why, and nothing else', async () => {
    await open();
    expect(chosen()).toEqual(['Enough', 'Balanced', 'Fitting']);
    expect(screen.queryByRole('spinbutton')).toBeNull();
    expect(radio(QUESTIONS[0], /^Long/).textContent).toMatch(/about \d+ (s|min)$/);
    expect(radio(QUESTIONS[1], /^Balanced: \d preceding symbols$/).textContent).toMatch(/\d preceding$/);
    expect(radio(QUESTIONS[2], /^Large: 1,661,040 weights, 4\d\d.MB$/).textContent).toContain('1,661,040');
    expect(why(QUESTIONS[0])).toContain('enough to know it by heart');
    expect(why(QUESTIONS[2])).toBe('Your text has 204 symbols: 1 layer of 256 units suit it.');
  });

  test('trains what was chosen', async () => {
    const bridge = await open(shakespeare);
    const before = draftOf(shakespeare).values;
    await fireEvent.click(radio(QUESTIONS[0], /^Quick/));
    await fireEvent.click(radio(QUESTIONS[1], /^Closer/));
    await fireEvent.click(radio(QUESTIONS[2], /^Large/));
    expect(chosen()).toEqual(['Quick', 'Closer', 'Large']);
    expect(why(QUESTIONS[1])).toContain('may know passages by heart');
    await fireEvent.keyDown(window, { key: 'Enter', ctrlKey: true });
    await waitFor(() => expect(route.id).toBe('new-1'));
    const { input } = bridge.asked.find(({ name }) => name === 'runs.start')!;
    const { hyperparameters: h } = input as { hyperparameters: typeof before };
    expect(h).toMatchObject({ dropout: 0, validationFraction: 0, layers: 2, units: 512, embeddingSize: 512 });
    expect(h.steps).toBeLessThan(before.steps / 2);
    expect(h.checkpointEvery).toBeLessThan(h.steps);
  });

  test('arrow keys choose, also where no choice is the one', async () => {
    await open();
    const good = radio(QUESTIONS[0], /^Enough/);
    await fireEvent.keyDown(good, { key: 'ArrowRight' });
    expect(chosen()[0]).toBe('Long');
    draftOf(fable).set('steps', 123);
    await settle();
    expect(chosen()[0]).toBe('own');
    expect(radio(QUESTIONS[0], /^Quick/).tabIndex).toBe(0);
    await fireEvent.keyDown(radio(QUESTIONS[0], /^Quick/), { key: 'ArrowRight' });
    expect(chosen()[0]).toBe('Quick');
  });

  test('what is set in the full form is one’s own here, until a choice takes it back', async () => {
    await open(fable, { steps: '20000', learningRate: '0.01' });
    expect(chosen()).toEqual(['own', 'Balanced', 'Fitting']);
    expect(why(QUESTIONS[0])).toBe('Your own: 20,000 steps. A choice above takes it back.');
    expect(screen.getByText(/Also set by you: rate 0.01./)).toBeTruthy();
    await fireEvent.click(radio(QUESTIONS[0], /^Enough/));
    expect(chosen()[0]).toBe('Enough');
    await fireEvent.click(screen.getByRole('button', { name: 'Take back' }));
    expect(draftOf(fable).changed).toBe(false);
    expect(screen.queryByText(/Also set by you/)).toBeNull();
  });

  test('every setting is one switch away; it is remembered, and keeps what was chosen', async () => {
    const bridge = await open();
    await fireEvent.click(radio(QUESTIONS[2], /^Small/));
    const all = screen.getByRole('switch', { name: 'All settings' });
    await fireEvent.click(all);
    await settle();
    expect(bridge.asked.findLast(({ name }) => name === 'settings.set')?.input).toEqual({ allSettings: true });
    const units = screen.getByRole<HTMLInputElement>('spinbutton', { name: 'Units' });
    expect(units.value).toBe('128');
    // what is wrong with an entry goes with its field
    await fireEvent.input(units, { target: { value: '9000' } });
    expect(draftOf(fable).ready).toBe(false);
    await fireEvent.click(all);
    await settle();
    expect(chosen()[2]).toBe('Small');
    expect(draftOf(fable).ready).toBe(true);
  });

  test('what a preset has settled is shown as it is, and the way back', async () => {
    await open();
    draftOf(fable).choose('article-1x512');
    await settle();
    expect(screen.queryByRole('radiogroup', { name: QUESTIONS[0] })).toBeNull();
    const form = screen.getAllByRole('region', { name: 'Settings' }).at(-1)!;
    expect(form.textContent).toMatch(/As the preset “The article, 1 layer” has it\./);
    expect(form.textContent).toMatch(/50,000 steps.*window 3.*1×512 · [\d,]+ weights/s);
    await fireEvent.click(screen.getByRole('button', { name: 'Back to what is proposed' }));
    expect(chosen()).toEqual(['Enough', 'Balanced', 'Fitting']);
  });

  test('a setting that is looked for opens the full form, the focus on it', async () => {
    await open(fable, { setting: 'learningRate' });
    await waitFor(() => expect(document.activeElement?.id).toBe('knob-learningRate'));
    expect(screen.getByRole<HTMLInputElement>('switch', { name: 'All settings' }).checked).toBe(true);
  });
});
