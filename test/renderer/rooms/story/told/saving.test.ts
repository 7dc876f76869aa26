import { fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { afterEach, expect, test, vi } from 'vitest';
import { AesopError } from '../../../../../electron/contract/errors.ts';
import { desk } from '../../../../../renderer/rooms/story/desk.svelte.ts';
import Story from '../../../../../renderer/rooms/story/Story.svelte';
import { markdownOf } from '../../../../../electron/typesetting/markdown.ts';
import { client } from '../../../../../renderer/lib/client.ts';
import { route } from '../../../../../renderer/state/route.svelte.ts';
import { toasts } from '../../../../../renderer/state/toasts.svelte.ts';
import { trouble } from '../../../../../renderer/state/trouble.svelte.ts';
import { openStudio } from '../../../studio-page.ts';
import '../sight.ts';

const TOKEN = `file_${'t'.repeat(20)}`;
const desktop = { kind: 'electron', version: '0.1.0', platform: 'linux', locale: 'en-GB' } as const;

afterEach(() => {
  desk.clear();
  trouble.clear();
  for (const { key } of toasts.list) toasts.dismiss(key);
  vi.restoreAllMocks();
});

/** A kept story lies open and the person saves it. */
async function save(item: string, answers: Parameters<typeof openStudio>[1]) {
  const bridge = await openStudio('full', answers);
  route.go('story', 'story-1');
  render(Story);
  await fireEvent.click(await screen.findByRole('button', { name: 'More actions' }));
  await fireEvent.click(await screen.findByRole('menuitem', { name: item }));
  const asked = (name: string) => bridge.asked.find((one) => one.name === name)?.input;
  return { bridge, asked };
}

test('on the desktop it goes where the person says, and the page says under which name', async () => {
  const { asked } = await save('Save as text', {
    'host.describe': () => desktop,
    'host.chooseTarget': () => ({ file: TOKEN }),
    'stories.save': () => ({ file: TOKEN, name: 'cat.txt', bytes: 1 }),
  });
  await waitFor(() => expect(toasts.list.map(({ text }) => text)).toEqual(['Saved as “cat.txt”.']));
  const name = 'Long ago, the cat had a general proposal.txt';
  expect(asked('host.chooseTarget')).toEqual({ name, type: 'text' });
  expect(asked('stories.save')).toMatchObject({
    name,
    target: TOKEN,
    text: expect.stringMatching(/^Long ago, the cat had a general council[^]+\n$/),
  });
});

test('who closes the dialog saves nothing and is told nothing', async () => {
  const { asked } = await save('Save as text', { 'host.describe': () => desktop });
  await waitFor(() => expect(asked('host.chooseTarget')).toBeDefined());
  expect(asked('stories.save')).toBeUndefined();
  expect(toasts.list).toEqual([]);
});

test('in a browser it becomes a download', async () => {
  const download = vi.spyOn(client, 'download').mockReturnValue(undefined);
  const { asked } = await save('Save as Markdown', {
    'stories.save': () => ({ file: TOKEN, name: 'cat.md', bytes: 1 }),
  });
  await waitFor(() => expect(download).toHaveBeenCalledWith(TOKEN, 'cat.md'));
  const { text, target } = asked('stories.save') as { text: string; target?: string };
  expect(target).toBeUndefined();
  expect(text).toMatch(/^# Long ago, the cat had a general proposal\n\nLong ago, the cat had a general/);
  expect(text).toContain('\n\n---\n\n- Told by: Belling the Cat\n- First line: Long ago, the cat had a\n');
  expect(text).toContain('- Temperature: 0.8\n');
});

test('what goes wrong is said', async () => {
  await save('Save as text', {
    'stories.save': () => {
      throw new AesopError('disk-full', { path: 'cat.txt' });
    },
  });
  await waitFor(() => expect(trouble.error?.code).toBe('disk-full'));
  expect(toasts.list).toEqual([]);
});

test('Markdown keeps paragraphs and takes no sign of the text for its own', () => {
  expect(markdownOf('A *b*', 'one_two\nthree\n\n- four\n1. five', ['Seed: 7'])).toBe(
    '# A \\*b\\*\n\none\\_two\n\nthree\n\n\\- four\n\n1\\. five\n\n---\n\n- Seed: 7\n',
  );
});
