import { fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { beforeEach, describe, expect, test } from 'vitest';
import App from '../../../renderer/App.svelte';
// at hand, so that no test waits for its first fetch
import '../../../renderer/frame/Overlays.svelte';
import type { Deleted } from '../../../electron/contract/machine.ts';
import { summaryOfBooklet } from '../../../electron/contract/booklet.ts';
import { summaryOf } from '../../../electron/contract/story.ts';
import { AesopError } from '../../../electron/contract/errors.ts';
import { route } from '../../../renderer/state/route.svelte.ts';
import { settings } from '../../../renderer/state/settings.svelte.ts';
import { trouble } from '../../../renderer/state/trouble.svelte.ts';
import { deleteWithUndo } from '../../../renderer/state/delete-with-undo.ts';
import { toasts } from '../../../renderer/state/toasts.svelte.ts';
import { booklets } from '../fixtures/booklets.ts';
import { corpora } from '../fixtures/corpora.ts';
import { runs as fixtures } from '../fixtures/runs.ts';
import { stories } from '../fixtures/stories.ts';
import { openStudio } from '../studio-page.ts';
import { found } from './found.ts';

beforeEach(async () => {
  await openStudio();
  await settings.set({ language: 'en' });
  route.go('machine');
});

const press = (key: string, more = {}) => fireEvent.keyDown(document.body, { key, ...more });

describe('the frame', () => {
  test('shows the run under way from every room', async () => {
    render(App);
    const run = screen.getByRole('link', { name: /Tiny Shakespeare.*62/s });
    expect(run.getAttribute('href')).toBe(`#/workshop/${fixtures[0].id}`);
    expect(screen.getByRole('link', { name: /Workshop.*training/s })).toBeTruthy();
  });

  test('what was wrong in a room does not follow into the next', async () => {
    render(App);
    trouble.show(new AesopError('checkpoint-none-yet', { name: 'Walden' }));
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('Walden');
    route.go('shelf');
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
  });

  test('Ctrl and a number open a room, F6 walks through the parts', async () => {
    render(App);
    await press('3', { ctrlKey: true });
    await waitFor(() => expect(route.room).toBe('shelf'));
    screen.getByRole('button', { name: /Find or do/ }).focus();
    await press('F6');
    expect(document.activeElement?.getAttribute('aria-current')).toBe('page');
  });

  test('the finder opens what it finds', async () => {
    render(App);
    await press('k', { ctrlKey: true });
    const input = await screen.findByRole('combobox', { name: 'Find or do anything' });
    await fireEvent.input(input, { target: { value: 'wald' } });
    const options = found();
    expect(options.map(({ textContent }) => textContent?.trim())).toEqual(['Walden', 'Walden']);
    await fireEvent.keyDown(input, { key: 'ArrowDown' });
    expect(options[1].getAttribute('aria-selected')).toBe('true');
    await fireEvent.keyDown(input, { key: 'Enter' });
    expect([route.room, route.id]).toEqual(['workshop', 'walden-1']);
    await waitFor(() => expect(screen.queryByRole('combobox', { name: 'Find or do anything' })).toBeNull());
  });

  test('the finder shows some of 2,000 stories, and finds each', async () => {
    await openStudio('crowded');
    render(App);
    await press('k', { ctrlKey: true });
    const input = await screen.findByRole('combobox', { name: 'Find or do anything' });
    expect(found().length).toBeLessThan(200);
    expect(screen.getByText(/^1,970 more/)).toBeTruthy();
    await fireEvent.input(input, { target: { value: 'general proposal 1996' } });
    expect(found()).toHaveLength(1);
    expect(screen.getByRole('option', { name: 'Long ago, the cat had a general proposal 1996' })).toBeTruthy();
    await press('Escape');
    await openStudio();
  });

  test('? lists the keys, but not while something is typed', async () => {
    render(App);
    const field = document.body.appendChild(document.createElement('input'));
    await fireEvent.keyDown(field, { key: '?' });
    expect(screen.queryByRole('dialog')).toBeNull();
    field.remove();
    await press('?', { shiftKey: true });
    expect(await screen.findByRole('dialog', { name: 'Keyboard shortcuts' })).toBeTruthy();
    await press('Escape');
  });

  test('Ctrl Z takes back what was deleted last, but beside a field never what was typed there', async () => {
    const bridge = await openStudio('full', { 'corpora.delete': () => ({}), 'corpora.restore': () => corpora[0] });
    render(App);
    await deleteWithUndo('corpora', corpora[0].id, 'Walden');
    toasts.show('Copied.');
    const field = document.body.appendChild(document.createElement('input'));
    expect(await fireEvent.keyDown(field, { key: 'z', ctrlKey: true })).toBe(true);
    field.remove();
    const restored = () => bridge.asked.filter(({ name }) => name === 'corpora.restore').length;
    expect(restored()).toBe(0);
    expect(await press('Z', { ctrlKey: true, shiftKey: true })).toBe(true);
    expect(await press('z', { ctrlKey: true })).toBe(false);
    expect(restored()).toBe(1);
    expect(await press('z', { ctrlKey: true })).toBe(false);
    expect(restored()).toBe(1);
    toasts.list.forEach(({ key }) => toasts.dismiss(key));
  });

  test('the finder leads to what was deleted, which comes back by a button', async () => {
    const things = [
      { kind: 'stories', id: 'once', name: 'Once upon a quay', deletedAt: '2026-11-29T08:00:00.000Z' },
      { kind: 'booklets', id: 'six', name: '', deletedAt: '2026-11-28T08:00:00.000Z' },
    ] as Deleted[];
    let left = things;
    const bridge = await openStudio('full', {
      'trash.list': () => ({ things: left, more: 1 }),
      'stories.restore': () => {
        left = things.slice(1);
        return summaryOf(stories[0]);
      },
      'booklets.restore': () => {
        left = [];
        return summaryOfBooklet(booklets[0]);
      },
    });
    render(App);
    await press('k', { ctrlKey: true });
    const input = await screen.findByRole('combobox', { name: 'Find or do anything' });
    await fireEvent.input(input, { target: { value: 'deleted' } });
    expect(found().map(({ textContent }) => textContent?.trim())).toEqual(['Trash: put deleted things back']);
    await fireEvent.keyDown(input, { key: 'Enter' });
    expect(await screen.findByText(/^story, deleted 29 Nov/)).toBeTruthy();
    expect(screen.getByText('1 older thing is not listed.')).toBeTruthy();
    await fireEvent.click(screen.getByRole('button', { name: 'Put back “Once upon a quay”' }));
    await waitFor(() => expect(screen.queryByText('Once upon a quay')).toBeNull());
    const asked = bridge.asked.filter(({ name }) => name === 'stories.restore').map(({ input }) => input);
    expect(asked).toEqual([{ id: 'once' }]);
    const next = screen.getByRole('button', { name: 'Put back “Untitled booklet”' });
    await waitFor(() => expect(document.activeElement).toBe(next));
    await fireEvent.click(next);
    const close = screen.getByRole('button', { name: 'Close' });
    await waitFor(() => expect(document.activeElement).toBe(close));
    await fireEvent.click(close);
    await waitFor(() => expect(document.activeElement?.localName).toBe('h1'));
  });

  test('an error that belongs nowhere else is shown above the room', async () => {
    render(App);
    await trouble.guard(() => Promise.reject(new AesopError('disk-full', { path: '/x' })));
    expect((await screen.findByRole('alert')).textContent).toContain('The disk is full');
    await fireEvent.click(screen.getByRole('button', { name: 'Close' }));
    expect(screen.queryByRole('alert')).toBeNull();
  });

  test('dropped files go into the Library', async () => {
    const bridge = await openStudio('full', { 'corpora.import': () => ({ job: 'job_drop000' }) });
    render(App);
    const dataTransfer = {
      types: ['Files'],
      items: [1, 2],
      files: [new File(['x'], 'a.txt'), new File(['y'], 'b.txt')],
    };
    await fireEvent(window, Object.assign(new Event('dragenter', { cancelable: true }), { dataTransfer }));
    expect(screen.getByText('Let go to add 2 texts')).toBeTruthy();
    for (const program of ['Word', 'FictionBook', 'Final Draft', 'WordPress', 'Evernote'])
      expect(screen.getByText(/^Text in any encoding/).textContent).toContain(program);
    await fireEvent(window, Object.assign(new Event('drop', { cancelable: true }), { dataTransfer }));
    await fireEvent.click(await screen.findByRole('button', { name: 'One text each' }));
    await waitFor(() => expect(bridge.asked.filter(({ name }) => name === 'corpora.import')).toHaveLength(2));
    expect(route.room).toBe('library');
    expect(screen.queryByText('Let go to add 2 texts')).toBeNull();
  });

  test.each(['machine', 'library'] as const)(
    'who thinks better of a drop stays in the %s room, where it was',
    async (room) => {
      await openStudio();
      render(App);
      const id = room === 'library' ? corpora[1].id : undefined;
      route.go(room, id);
      const dataTransfer = {
        types: ['Files'],
        items: [1, 2],
        files: [new File(['x'], 'a.txt'), new File(['y'], 'b.txt')],
      };
      await fireEvent(window, Object.assign(new Event('drop', { cancelable: true }), { dataTransfer }));
      await fireEvent.click(await screen.findByRole('button', { name: 'Cancel' }));
      await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
      expect([route.room, route.id]).toEqual([room, id]);
    },
  );

  test('a long name in a message leaves room for what is said of it; the whole is at hand', async () => {
    render(App);
    const name = `${'很长'.repeat(40)}.txt`;
    toasts.show(`“${name}”与文库中的“孔乙己”是同一文本。`);
    const said = await screen.findByText(/^“很长很长很长.*….*长\.txt”与文库中的“孔乙己”是同一文本。$/);
    expect([said.textContent!.length < 50, said.title.includes(name)]).toEqual([true, true]);
    toasts.dismiss(toasts.list.at(-1)!.key);
  });

  test('the language button changes every text', async () => {
    render(App);
    await fireEvent.click(screen.getByRole('button', { name: 'Language: English' }));
    expect(await screen.findByRole('navigation', { name: '房间' })).toBeTruthy();
    await waitFor(() => expect(document.documentElement.lang).toBe('zh-Hans'));
  });
});
