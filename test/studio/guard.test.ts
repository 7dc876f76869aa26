import { expect, test, vi } from 'vitest';
import type { Context } from '../../electron/studio/context.ts';
import type { RunRecords } from '../../electron/studio/runs/run-records.ts';
import { Mover } from '../../electron/studio/workspace/move.ts';

const { looks } = vi.hoisted(() => ({ looks: [] as ((there: boolean) => void)[] }));
vi.mock('../../electron/storage/workspace/workspace.ts', () => ({
  isWorkspace: () => new Promise<boolean>((resolve) => looks.push(resolve)),
}));

test('requests are done in the order in which they came, however long it takes to see that the workspace is there', async () => {
  const mover = new Mover({ workspace: { root: '/Aesop' } } as unknown as Context, {} as RunRecords);
  const done: string[] = [];
  const ask = (what: string) => mover.guard('settings.set', async () => void done.push(what));
  const asked = ['first', 'second'].map(ask);
  for (const see of looks.toReversed()) see(true);
  await Promise.all(asked);
  expect(done).toEqual(['first', 'second']);
  const late = expect(ask('third')).rejects.toMatchObject({ code: 'workspace-gone' });
  looks.at(-1)!(false);
  await late;
});
