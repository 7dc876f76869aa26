import { afterEach, expect, test, vi } from 'vitest';
import type { FromWorker } from '../../../electron/contract/worker.ts';
import { message } from '../../../electron/contract/message.ts';
import { cardToTry } from '../../../electron/engine/runtime/index.ts';
import { temporaryFolder } from '../../storage/temporary-folder.ts';
import { localWorker } from '../local-worker.ts';
import { RUN, TINY, workspaceWithRun } from '../training-workspace.ts';

vi.mock('../../../electron/engine/runtime/index.ts', async (original) => ({
  ...(await original<object>()),
  cardToTry: vi.fn(),
}));
const CARD = { index: 0, uuid: 'GPU-1', name: 'Example', memory: 8e9, driver: '550.54' };
const LONG = { ...TINY, steps: 1_000_000, reportEvery: 1, validationFraction: 0 };

/** A training beside a card, up to the question what steps take there. */
async function asking() {
  vi.mocked(cardToTry).mockResolvedValue(CARD);
  const workspace = await workspaceWithRun(temporaryFolder(), LONG);
  const worker = localWorker();
  const ended = worker
    .run('train', { workspace: workspace.root, run: RUN, resume: false })
    .catch((end: unknown) => end);
  const heard = <T extends FromWorker['type']>(type: T) =>
    vi.waitFor(
      () => {
        const found = worker.messages.find((each) => each.type === type);
        expect(found).toBeDefined();
        return found as Extract<FromWorker, { type: T }>;
      },
      { timeout: 20_000 },
    );
  return { worker, ended, heard, asked: await heard('try') };
}

afterEach(() => vi.clearAllMocks());

test('a training asks what steps take on the card, and goes on without one that fails', async () => {
  const { worker, ended, heard, asked } = await asking();
  expect(asked.network).toMatchObject({ device: 'gpu', vocabularySize: 14 });
  const problem = message('phrases.ended-by-signal', { signal: 'SIGSEGV' });
  worker.deliver({ type: 'tried', job: asked.job, trial: { failure: problem } });
  const { engine } = await heard('started');
  expect(engine).toMatchObject({ device: 'cpu', reason: { message: 'engineChoice.cardFailed', values: { problem } } });
  worker.deliver({ type: 'pause', job: asked.job });
  expect(await ended).toMatchObject({ type: 'stopped' });
});

test('one that is paused while it waits for the answer ends at once', async () => {
  const { worker, ended, asked } = await asking();
  worker.deliver({ type: 'pause', job: asked.job });
  expect(await ended).toMatchObject({ type: 'stopped' });
  expect(worker.messages.some(({ type }) => type === 'started')).toBe(false);
});
