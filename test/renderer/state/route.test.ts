import { beforeEach, expect, test } from 'vitest';
import { route } from '../../../renderer/state/route.svelte.ts';

beforeEach(() => route.go('library', 'walden'));

test('what took a while opens what it made where the person still is', () => {
  const { here } = route;
  route.replaceWhere(here, 'walden-2', { show: 'preparation' });
  expect([route.room, route.id, route.values.show]).toEqual(['library', 'walden-2', 'preparation']);
});

test.each([
  ['another room', () => route.go('workshop', 'walden')],
  ['a room that the browser has not told of yet', () => (location.hash = '#/shelf/walden')],
  ['another thing', () => route.replace('emma')],
  ['another look at it', () => route.replace('walden', { import: '3' })],
])('and leaves the person alone in %s', (_, leave) => {
  const { here } = route;
  leave();
  const there = location.hash;
  route.replaceWhere(here, 'walden-2');
  expect([location.hash, route.here]).toEqual([there, there]);
});
