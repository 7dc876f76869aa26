import { render } from '@testing-library/svelte';
import { afterEach, expect, test, vi } from 'vitest';
import type { Run } from '../../../../../electron/contract/run.ts';
import { client } from '../../../../../renderer/lib/client.ts';
import type { Link, TransportListener } from '../../../../../renderer/lib/transport.ts';
import RunFoot from '../../../../../renderer/rooms/workshop/run/RunFoot.svelte';
import { settings } from '../../../../../renderer/state/settings.svelte.ts';
import { runs as fixtures } from '../../../fixtures/runs.ts';
import { openStudio, settle } from '../../../studio-page.ts';

const going: Run = { ...fixtures[0], status: 'running', seconds: 60, waitsAt: undefined, last: undefined };
const REAL = performance.now.bind(performance);

afterEach(() => vi.restoreAllMocks());

/** A run's foot, its clock, and the line to the host, all in the hands of the test. */
async function footOf(run: Run) {
  await openStudio();
  await settings.set({ language: 'en' });
  let listener!: TransportListener;
  let ahead = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => REAL() + ahead);
  client.connect({
    request: async () => new Promise(() => {}),
    grant: async () => new Promise(() => {}),
    download: () => null,
    start: (heard) => (listener = heard).link('up'),
    stop: () => {},
  });
  const { container, rerender } = render(RunFoot, { run });
  return {
    link: (link: Link) => listener.link(link),
    rerender: (next: Run) => rerender({ run: next }),
    /** lets seconds pass, the page's own too */
    async pass(seconds: number) {
      ahead += 1000 * seconds;
      vi.advanceTimersByTime(1000);
      await settle();
    },
    async clock() {
      await settle();
      return container.querySelector('.faint')?.textContent;
    },
  };
}

test('training time goes on between reports, stands where the line breaks, and never falls', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  const foot = await footOf(going);
  expect(await foot.clock()).toBe('1:00');
  await foot.pass(30);
  expect(await foot.clock()).toBe('1:30');
  foot.link('lost');
  expect(await foot.clock()).toBe('1:30');
  await foot.pass(600);
  expect(await foot.clock()).toBe('1:30');
  foot.link('up');
  expect(await foot.clock()).toBe('1:30');
  await foot.pass(5);
  expect(await foot.clock()).toBe('1:35');
  await foot.rerender({ ...going, seconds: 700 });
  expect(await foot.clock()).toBe('11:40');
  vi.useRealTimers();
});

test('a run that has not reported yet keeps its seconds when the line breaks', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  const foot = await footOf({ ...going, seconds: 0 });
  await foot.pass(42);
  foot.link('lost');
  expect(await foot.clock()).toBe('0:42');
  vi.useRealTimers();
});
