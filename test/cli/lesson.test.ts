import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Run } from '../../electron/contract/run.ts';
import { aesop, FABLE, temporaryFolder } from './aesop.ts';

test('a run that stood at each report for a class goes on to its end when it is resumed at a terminal', async () => {
  const workspace = join(await temporaryFolder(), 'workspace');
  const env = { ...process.env, AESOP_ENGINE: 'portable' };
  const begun = await aesop(['train', FABLE, '--steps', '5', '--units', '8', '--workspace', workspace], { env });
  expect(begun.code).toBe(0);
  const [id] = readdirSync(join(workspace, 'runs'));
  const path = join(workspace, 'runs', id, 'run.json');
  const read = () => JSON.parse(readFileSync(path, 'utf8')) as Run;
  writeFileSync(path, JSON.stringify({ ...read(), lesson: { pace: 'step', pins: [{ text: 'the mice had' }] } }));
  const resumed = await aesop(['train', '--resume', id, '--steps', '40', '--workspace', workspace], { env });
  expect([resumed.code, read().step, read().status]).toEqual([0, 40, 'done']);
  expect(read().lesson).toEqual({ pace: 'full', pins: [{ text: 'the mice had' }] });
});
