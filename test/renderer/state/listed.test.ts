import { expect, test } from 'vitest';
import { summaryOf } from '../../../electron/contract/story.ts';
import { bridgeTransport } from '../../../renderer/lib/bridge-transport.ts';
import { client } from '../../../renderer/lib/client.ts';
import { corpora } from '../../../renderer/state/corpora.svelte.ts';
import { models } from '../../../renderer/state/models.svelte.ts';
import { stories } from '../../../renderer/state/stories.svelte.ts';
import { toasts } from '../../../renderer/state/toasts.svelte.ts';
import { corpora as texts } from '../fixtures/corpora.ts';
import { models as cards } from '../fixtures/runs.ts';
import { stories as whole } from '../fixtures/stories.ts';
import { openStudio, settle } from '../studio-page.ts';

const told = (id: string, toldAt: string) => ({ ...summaryOf(whole[0]), id, toldAt });
const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id);

test('what is new comes in its place: stories newest first, texts and models as their folders stand', async () => {
  const bridge = await openStudio();
  expect(ids(stories.list)).toEqual(['story-3', 'story-2', 'story-1']);
  bridge.say({ event: 'stories.changed', payload: { story: told('new', '2026-11-30T00:00:00.000Z') } });
  bridge.say({ event: 'stories.changed', payload: { story: told('between', '2026-11-21T12:00:00.000Z') } });
  bridge.say({ event: 'stories.changed', payload: { story: told('old', '2020-01-01T00:00:00.000Z') } });
  expect(ids(stories.list)).toEqual(['new', 'story-3', 'between', 'story-2', 'story-1', 'old']);
  bridge.say({ event: 'corpora.changed', payload: { corpus: { ...texts[0], id: 'aardvark' } } });
  expect(ids(corpora.list)[0]).toBe('aardvark');
  bridge.say({ event: 'models.changed', payload: { model: { ...cards[0], id: 'zebra' } } });
  expect(ids(models.list).at(-1)).toBe('zebra');
});

test('what is known is replaced where it stands; what is gone goes', async () => {
  const bridge = await openStudio();
  const before = ids(corpora.list);
  bridge.say({ event: 'corpora.changed', payload: { corpus: { ...texts[1], name: 'Plays' } } });
  expect([ids(corpora.list), corpora.byId(texts[1].id)?.name]).toEqual([before, 'Plays']);
  bridge.say({ event: 'corpora.removed', payload: { id: texts[1].id } });
  expect(ids(corpora.list)).toEqual(before.filter((id) => id !== texts[1].id));
  bridge.say({ event: 'models.removed', payload: { id: 'never-there' } });
  expect(models.list).toHaveLength(cards.length);
});

test('what happens while the whole list is on its way is not undone by it', async () => {
  const bridge = await openStudio();
  const read = await bridge.answers['studio.state']!({});
  bridge.answers['studio.state'] = () => {
    bridge.say({ event: 'stories.removed', payload: { id: 'story-2' } });
    bridge.say({ event: 'stories.changed', payload: { story: told('new', '2026-11-30T00:00:00.000Z') } });
    return read;
  };
  client.connect(bridgeTransport(bridge));
  await settle();
  expect(ids(stories.list)).toEqual(['new', 'story-3', 'story-1']);
});

test('of 2,000 stories one is deleted, and had back', async () => {
  const bridge = await openStudio('crowded');
  await stories.delete('story-1-crowd-999');
  bridge.say({ event: 'stories.removed', payload: { id: 'story-1-crowd-999' } });
  expect(stories.list).toHaveLength(1999);
  const { text, action } = toasts.list.at(-1)!;
  expect(text).toContain('1000');
  action!.run();
  await expect.poll(() => bridge.asked.at(-1)).toEqual({ name: 'stories.restore', input: { id: 'story-1-crowd-999' } });
});

test('few whole stories are held to be opened again', async () => {
  const long = whole[0].symbols.length;
  const bridge = await openStudio('crowded', {
    'stories.read': ({ id }) => ({
      ...whole[0],
      id,
      symbols: Array(Math.ceil(20_000 / long))
        .fill(whole[0].symbols)
        .flat(),
    }),
  });
  for (const id of ['a', 'b', 'c', 'c', 'b', 'a']) await stories.read(id);
  const asked = bridge.asked
    .filter(({ name }) => name === 'stories.read')
    .map(({ input }) => (input as { id: string }).id);
  expect(asked).toEqual(['a', 'b', 'c', 'a']);
});

test('what was told on comes to the top again', async () => {
  const bridge = await openStudio();
  bridge.say({ event: 'stories.changed', payload: { story: told('story-1', '2026-11-30T00:00:00.000Z') } });
  expect(ids(stories.list)).toEqual(['story-1', 'story-3', 'story-2']);
  bridge.say({ event: 'stories.changed', payload: { story: { ...stories.byId('story-2')!, title: 'Renamed' } } });
  expect(ids(stories.list)).toEqual(['story-1', 'story-3', 'story-2']);
});
