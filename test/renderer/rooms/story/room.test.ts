import { fireEvent, render, screen, waitFor, within } from '@testing-library/svelte';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { desk } from '../../../../renderer/rooms/story/desk.svelte.ts';
import Story from '../../../../renderer/rooms/story/Story.svelte';
import { route } from '../../../../renderer/state/route.svelte.ts';
import { openStudio } from '../../studio-page.ts';
import './sight.ts';

const field = () => screen.getByLabelText<HTMLTextAreaElement>('First line');
const word = (index: number) => document.querySelector<HTMLElement>(`[data-i="${index}"]`)!;

afterEach(() => {
  desk.clear();
  desk.reset();
});

/** The room with a story told in it. */
async function told(answers?: Parameters<typeof openStudio>[1]) {
  const bridge = await openStudio('full', answers);
  render(Story);
  await fireEvent.input(field(), { target: { value: 'The mice had a' } });
  await fireEvent.click(screen.getByRole('button', { name: 'Tell' }));
  await screen.findByRole('button', { name: 'Keep' });
  const asked = (name: string) => bridge.asked.filter((one) => one.name === name).map(({ input }) => input);
  return { bridge, asked };
}

describe('before a story', () => {
  test('without a model it leads to where one comes from', async () => {
    await openStudio('first');
    render(Story);
    expect(screen.getByRole('link', { name: 'To the Workshop' }).getAttribute('href')).toBe('#/workshop');
  });

  test('the model’s own beginning is offered, and the model’s of the address tells', async () => {
    await openStudio();
    route.go('story', undefined, { model: 'tiny-shakespeare-1' });
    render(Story);
    await waitFor(() => expect(screen.getByLabelText<HTMLSelectElement>('Told by').value).toBe('tiny-shakespeare-1'));
    expect(field().value).toBe(desk.model?.prompt);
  });

  test('a first line can be cleared, and stays so', async () => {
    await openStudio();
    route.go('story', undefined, { model: 'tiny-shakespeare-1' });
    render(Story);
    await waitFor(() => expect(field().value).not.toBe(''));
    await fireEvent.input(field(), { target: { value: '' } });
    expect(field().value).toBe('');
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Tell' }).disabled).toBe(true);
  });
});

describe('unknown words', () => {
  const chip = () => screen.findByRole('button', { name: /^kitten/ });

  test('are underlined, stay as they are, and the line is told', async () => {
    const bridge = await openStudio();
    render(Story);
    await fireEvent.input(field(), { target: { value: 'The kitten had a' } });
    expect((await chip()).textContent).toMatch(/^kitten\s+read as unknown$/);
    expect(document.querySelector('.mirror .unknown')?.textContent).toBe('kitten');
    await fireEvent.keyDown(field(), { key: 'Enter' });
    await waitFor(() => expect(bridge.asked.some(({ name }) => name === 'stories.tell')).toBe(true));
    const told = bridge.asked.find(({ name }) => name === 'stories.tell')!.input;
    expect(told).toMatchObject({ prompt: 'The kitten had a', sampling: { unknown: 'keep', standIns: {} } });
    await waitFor(() => expect(document.querySelector('.story .given .unknown')?.textContent).toBe('kitten'));
  });

  test('are read as a word that is near, or as another one that the model knows; only then is that written back', async () => {
    const bridge = await openStudio();
    render(Story);
    await fireEvent.input(field(), { target: { value: 'The kitten had a' } });
    await fireEvent.click(await chip());
    const dialog = await screen.findByRole('dialog', { name: 'Read “kitten” as' });
    expect(dialog.textContent).toMatch(/kitten is not one of the .* It stays in the story as you wrote it/);
    await fireEvent.click(screen.getByRole('button', { name: /^kitchen/ }));
    await waitFor(async () => expect((await chip()).textContent).toMatch(/read as “kitchen”/));
    expect(field().value).toBe('The kitten had a');

    await fireEvent.click(await chip());
    const other = await screen.findByLabelText('Another word it knows');
    await fireEvent.input(other, { target: { value: 'kittens' } });
    await fireEvent.submit(other.closest('form')!);
    await screen.findByText('The model does not know “kittens” either.');
    await fireEvent.input(other, { target: { value: 'mouse' } });
    await fireEvent.submit(other.closest('form')!);
    await waitFor(async () => expect((await chip()).textContent).toMatch(/read as “mouse”/));

    await fireEvent.keyDown(field(), { key: 'Enter' });
    await waitFor(() => expect(bridge.asked.some(({ name }) => name === 'stories.tell')).toBe(true));
    const told = bridge.asked.find(({ name }) => name === 'stories.tell')!.input;
    expect(told).toMatchObject({ sampling: { standIns: { kitten: 'mouse' }, carryOver: true } });
  });

  test('longer than a stand-in can be for are named, and nothing is offered for them', async () => {
    await openStudio();
    render(Story);
    await fireEvent.input(field(), { target: { value: `kitten ${'kittens'.repeat(20)}` } });
    await chip();
    expect(document.querySelector('.readings > .unknown')?.textContent).toMatch(/^kittens.*…$/);
    expect(screen.getAllByRole('button', { name: /^kitten/ })).toHaveLength(1);
  });

  test('no longer stand in the line: what was chosen for them is not told with it', async () => {
    const bridge = await openStudio();
    render(Story);
    await fireEvent.input(field(), { target: { value: 'The kitten had a' } });
    await chip();
    desk.readAs('kitten', 'mouse');
    await fireEvent.input(field(), { target: { value: 'The mice had a' } });
    await fireEvent.keyDown(field(), { key: 'Enter' });
    await waitFor(() => expect(bridge.asked.some(({ name }) => name === 'stories.tell')).toBe(true));
    expect(bridge.asked.find(({ name }) => name === 'stories.tell')!.input).toMatchObject({
      sampling: { standIns: {} },
    });
  });
});

describe('a told story', () => {
  test('is read as plain text, with one word that the keys are at', async () => {
    await told();
    expect(document.querySelector('.story')?.textContent).toMatch(/^The mice had a/);
    expect(document.querySelectorAll('.story [role=button]')).toHaveLength(1);
    word(0).focus();
    await fireEvent.keyDown(word(0), { key: 'ArrowRight' });
    await waitFor(() => expect(document.activeElement).toBe(word(1)));
    expect(word(1).getAttribute('aria-label')).toBe('council, 81\u202f%');
  });

  test('a runner-up chosen by keys tells it anew from there', async () => {
    const { asked } = await told();
    word(0).focus();
    await fireEvent.keyDown(word(0), { key: 'ArrowRight' });
    await waitFor(() => expect(document.activeElement).toBe(word(1)));
    await fireEvent.keyDown(word(1), { key: 'Enter' });
    const panel = await screen.findByRole('dialog', { name: 'Runners-up for “council”' });
    await waitFor(() => expect(panel.contains(document.activeElement)).toBe(true));
    await fireEvent.keyDown(document.activeElement!, { key: 'ArrowDown' });
    expect(document.activeElement?.textContent).toMatch(/cat/);
    await fireEvent.click(document.activeElement!);
    await waitFor(() => expect(asked('stories.tell')).toHaveLength(2));
    expect(asked('stories.tell')[1]).toMatchObject({
      prompt: 'The mice had a',
      continuation: [' general', ' cat'],
      sampling: { seed: 1 },
    });
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  test('Esc closes the runners-up wherever the focus is, and so does a press elsewhere in the window', async () => {
    await told();
    const shown = () => screen.queryByRole('dialog', { name: /Runners-up/ });
    await fireEvent.click(word(1));
    await waitFor(() => expect(shown()).toBeTruthy());
    await fireEvent.keyDown(document.body, { key: 'Escape' });
    await waitFor(() => expect(shown()).toBeNull());
    await fireEvent.click(word(1));
    await waitFor(() => expect(shown()).toBeTruthy());
    await fireEvent.pointerDown(shown()!);
    expect(shown()).toBeTruthy();
    await fireEvent.pointerDown(screen.getByRole('button', { name: 'More actions' }));
    await waitFor(() => expect(shown()).toBeNull());
  });

  test('Esc closes the runners-up and gives the focus back; a digit chooses at the word', async () => {
    const { asked } = await told();
    word(0).focus();
    await fireEvent.keyDown(word(0), { key: 'Enter' });
    await waitFor(() => expect(document.activeElement?.closest('.runners')).toBeTruthy());
    await fireEvent.keyDown(document.activeElement!, { key: 'Escape' });
    await waitFor(() => expect(document.activeElement).toBe(word(0)));
    expect(screen.queryByRole('dialog')).toBeNull();
    await fireEvent.keyDown(word(0), { key: 'Enter' });
    await fireEvent.keyDown(word(0), { key: '3' });
    await waitFor(() => expect(asked('stories.tell')).toHaveLength(2));
    expect(asked('stories.tell')[1]).toMatchObject({ continuation: [' old'] });
  });

  test('again takes the next seed, the article’s way takes none', async () => {
    const { asked } = await told();
    await fireEvent.click(screen.getByRole('button', { name: 'Again, with seed 2' }));
    await waitFor(() => expect(asked('stories.tell').at(-1)).toMatchObject({ sampling: { seed: 2 } }));
    await fireEvent.click(screen.getByRole('radio', { name: 'Article' }));
    expect(desk.sampling.greedy).toBe(true);
    expect(screen.queryByRole('button', { name: /^Again/ })).toBeNull();
  });

  test('is kept under a title', async () => {
    const { asked } = await told();
    await fireEvent.click(screen.getByRole('button', { name: 'Keep' }));
    const title = await screen.findByLabelText<HTMLInputElement>('Title');
    expect(title.value).toMatch(/^The mice had a general council/);
    await fireEvent.input(title, { target: { value: 'Of mice' } });
    await fireEvent.submit(title.form!);
    await waitFor(() => expect(asked('stories.keep')).toHaveLength(1));
    expect(asked('stories.keep')[0]).toEqual({ id: route.id, title: 'Of mice' });
  });

  test('the switches of how it is shown are remembered and say what is copied', async () => {
    const { asked } = await told();
    await fireEvent.click(screen.getByLabelText('Shade by surprise'));
    await fireEvent.click(screen.getByLabelText('Capitals after full stops'));
    expect(asked('settings.set')).toEqual([{ shading: false }, { capitals: true }]);
    expect(document.querySelector('.shaded')).toBeNull();
    const write = vi.fn(() => Promise.resolve());
    vi.stubGlobal('navigator', { ...navigator, clipboard: { writeText: write } });
    await fireEvent.click(screen.getByRole('button', { name: 'Copy' }));
    expect(write).toHaveBeenCalledWith(expect.stringMatching(/^The mice had a general council .+\. Some said/));
    vi.unstubAllGlobals();
  });
});

test('a place that is copied is named by its text where a model learnt from several, and those not searched are said', async () => {
  const span = { start: 12, length: 9, corpus: 'walden', position: 59, offset: 300, characters: 53 };
  const copied = { texts: ['belling-the-cat', 'walden'], spans: [span], share: 0.31 };
  await told({
    'stories.copied': () => ({
      ...copied,
      gone: ['The Owl', 'Of Frogs', 'Of Owls', 'Of Mice', 'Of Men'],
      long: [`Moby ${'Dick '.repeat(30)}`],
      more: false,
    }),
  });
  await screen.findByText(/copied from its 2 texts, longest/);
  screen.getByText(
    'Not searched, since gone from the Library or damaged: “The Owl”, “Of Frogs”, “Of Owls” and 2 more.',
  );
  screen.getByText(/^Not searched, since too long together with the others: “Moby Dick Dick Dick…ick/);
  await fireEvent.click(screen.getByLabelText('Mark copied spans'));
  const aside = () => document.querySelector<HTMLAnchorElement>('a.aside')!;
  await waitFor(() => expect(aside().textContent).toBe('9 symbols, from symbol 60 of “Walden”'));
  expect(aside().hash).toBe('#/library/walden?at=300&length=53');
});

test('a kept story lies open with what it was told with; deleted, it can be had back', async () => {
  const bridge = await openStudio();
  route.go('story', 'story-1');
  render(Story);
  await waitFor(() => expect(field().value).toBe('Long ago, the cat had a'));
  const link = within(screen.getByRole('complementary', { name: 'History' })).getByRole('link', { current: true });
  await fireEvent.keyDown(link, { key: 'Delete' });
  await waitFor(() => expect(bridge.asked).toContainEqual({ name: 'stories.delete', input: { id: 'story-1' } }));
  expect(route.id).toBeUndefined();
  await screen.findByText('Give it a first line.');
});
