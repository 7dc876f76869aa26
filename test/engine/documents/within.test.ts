import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { DOCUMENT_LIMITS } from '../../../electron/contract/limits.ts';
import { within } from '../../../electron/engine/text/documents/pdf/within.ts';
import { Watch } from '../../../electron/engine/text/documents/watch.ts';

const LIMIT = DOCUMENT_LIMITS.seconds * 1000;
/** milliseconds that this process has computed */
let computed = 0;
beforeEach(() => {
  computed = 0;
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  vi.spyOn(process, 'cpuUsage').mockImplementation((since) => ({
    user: computed * 1000 - (since?.user ?? 0),
    system: 0,
  }));
});
afterEach(() => vi.restoreAllMocks());

/** What comes of a task that takes so long on the clock, and computes so large a part of it. */
async function outcomeOf(clock: number, share: number): Promise<unknown> {
  const task = new Promise((resolve) => setTimeout(() => resolve('read'), clock));
  const outcome = within(new Watch('A Story.pdf'), 'A Story.pdf', task).catch((thrown: unknown) => thrown);
  for (let passed = 0; passed < clock; passed += 500) {
    computed += 500 * share;
    await vi.advanceTimersByTimeAsync(500);
  }
  return outcome;
}

const slow = { code: 'document-slow', values: { name: 'A Story.pdf', seconds: DOCUMENT_LIMITS.seconds } };

test('what computes for longer than a document may is refused', async () => {
  expect(await outcomeOf(LIMIT * 1.2, 1)).toMatchObject(slow);
});

test('on a machine with much else to do, the clock alone refuses nothing', async () => {
  expect(await outcomeOf(LIMIT * 3, 0.3)).toBe('read');
});

test('what waits for nothing is refused at last', async () => {
  expect(await outcomeOf(LIMIT * 5, 0)).toMatchObject(slow);
});
