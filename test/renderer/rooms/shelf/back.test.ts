import { render, waitFor } from '@testing-library/svelte';
import { expect, test, vi } from 'vitest';

/** The width of the window, in the hands of the test; the page asks for it as soon as it is read. */
const heard: ((event: { matches: boolean }) => void)[] = [];
const list = {
  matches: true,
  addEventListener: (_: string, listener: (typeof heard)[0]) => void heard.push(listener),
};
vi.stubGlobal('matchMedia', () => list);
const turn = (matches: boolean) => heard.forEach((listener) => listener({ matches }));

const { models } = await import('../../fixtures/runs.ts');
const { openStudio, settle } = await import('../../studio-page.ts');
const { route } = await import('../../../../renderer/state/route.svelte.ts');
const { default: Shelf } = await import('../../../../renderer/rooms/shelf/Shelf.svelte');

test('a card that was opened in one column is no step of its own once the list stands beside it', async () => {
  await openStudio();
  route.go('library');
  route.go('shelf');
  const { container } = render(Shelf);
  await settle();
  expect(route.id).toBeUndefined();
  const [, second] = models;
  const row = [...container.querySelectorAll<HTMLElement>('tr.pick')].find((each) =>
    each.textContent?.includes(second.name),
  );
  row!.click();
  await settle();
  expect(route.id).toBe(second.id);
  const back = new Promise((resolve) => addEventListener('popstate', resolve, { once: true }));
  turn(false);
  await back;
  await settle();
  expect([route.room, route.id]).toEqual(['shelf', second.id]);
  history.back();
  await waitFor(() => expect(route.room).toBe('library'));
});
