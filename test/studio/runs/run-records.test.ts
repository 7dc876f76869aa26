import { afterEach, expect, test, vi } from 'vitest';
import type { Context } from '../../../electron/studio/context.ts';
import { RunRecords } from '../../../electron/studio/runs/run-records.ts';
import { runNamed } from '../../storage/things.ts';
import { openWorkspace } from '../../../electron/storage/workspace/workspace.ts';
import { temporaryFolder } from '../../storage/temporary-folder.ts';

afterEach(() => vi.restoreAllMocks());

test('a page that comes amid a step that takes minutes is told the seconds until now, and none of a run that stands', async () => {
  let now = 1000;
  vi.spyOn(performance, 'now').mockImplementation(() => now);
  const workspace = await openWorkspace(temporaryFolder());
  const events = { changed: () => {} };
  const records = new RunRecords({ workspace, events } as unknown as Context);
  await workspace.runs.write(runNamed('slow', { status: 'queued', seconds: 0, waitsAt: undefined }));
  const seconds = async () => (await records.list()).items[0].seconds;
  await records.take('slow');
  now += 60_000;
  expect(await seconds()).toBe(0);
  records.touch('slow', { status: 'running' });
  now += 180_000;
  expect(await seconds()).toBe(180);
  records.note('slow', { step: 1, seconds: 200 });
  now += 5000;
  expect(await seconds()).toBe(205);
  records.touch('slow', { waitsAt: 1 });
  now += 60_000;
  expect(await seconds()).toBe(200);
  await records.settle('slow', { status: 'done' }, () => {});
  expect(await seconds()).toBe(200);
});
