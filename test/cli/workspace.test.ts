import { existsSync, readdirSync } from 'node:fs';
import { mkdir, readFile, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openWorkspace } from '../../electron/storage/workspace/workspace.ts';
import { models as modelFixtures } from '../renderer/fixtures/runs.ts';
import { runNamed, storyNamed } from '../storage/things.ts';
import { aesop, expectFailure, FABLE, start, temporaryFolder } from './aesop.ts';

const folder = await temporaryFolder();
const LONG_AGO = new Date(1000 * Math.floor(Date.now() / 1000 - 40 * 86_400));

test('a folder of other things is refused by every verb, and stays as it was', async () => {
  const vault = join(folder, 'vault');
  const diary = join(vault, '.trash', 'Notes', 'diary.md');
  await mkdir(join(diary, '..'), { recursive: true });
  await writeFile(diary, 'mine');
  await utimes(diary, LONG_AGO, LONG_AGO);
  const verbs = [
    ['models'],
    ['runs'],
    ['trash', '--empty'],
    ['train', FABLE],
    ['inspect', FABLE],
    ['serve'],
    ['doctor'],
  ];
  for (const verb of verbs) {
    const outcome = await aesop([...verb, '--workspace', vault]);
    expectFailure(outcome, 1, /“.*vault” holds other things and is no workspace of Aesop/);
  }
  expectFailure(await aesop(['models'], { env: { AESOP_HOME: vault } }), 1, /no workspace of Aesop/);
  expect((readdirSync(vault, { recursive: true }) as string[]).sort()).toEqual(
    ['.trash', join('.trash', 'Notes'), join('.trash', 'Notes', 'diary.md')].sort(),
  );
  expect(await readFile(diary, 'utf8')).toBe('mine');
});

test('the trash says what it holds and is emptied on wish, never by a verb that only reads', async () => {
  const workspace = join(folder, 'Aesop');
  const asked = (...args: string[]) => aesop([...args, '--workspace', workspace]);
  expect((await asked('trash')).stdout).toBe('The trash is empty.\n');
  expect((await stat(workspace)).mode & 0o777).toBe(0o700);
  const old = join(workspace, '.trash', 'runs', 'old-run');
  await mkdir(old, { recursive: true });
  await writeFile(join(old, 'metrics.jsonl'), 'x'.repeat(2_400_000));
  await utimes(old, LONG_AGO, LONG_AGO);
  for (const verb of [['models'], ['runs'], ['inspect', FABLE]]) expect((await asked(...verb)).code).toBe(0);
  expect(existsSync(old)).toBe(true);
  const listing = (await asked('trash')).stdout;
  expect(listing).toMatch(/^THING +NAME +DELETED\nruns\/old-run +\d{4}-\d\d-\d\d/i);
  expect(listing).toMatch(/^1 thing, 2\.4 MB, the oldest deleted \d{4}-\d\d-\d\d/m);
  const [thing, held] = (await asked('trash', '--json')).json();
  expect(thing).toMatchObject({ type: 'deleted', kind: 'runs', id: 'old-run', name: '' });
  expect(held).toEqual({ type: 'trash', items: 1, bytes: 2_400_000, oldest: LONG_AGO.toISOString() });
  const [gone] = (await asked('trash', '--empty', '--json')).json();
  expect(gone).toEqual({ type: 'emptied', items: 1, bytes: 2_400_000 });
  expect(existsSync(old)).toBe(false);
});

test('what lies in the trash comes back by its id, and by its kind where several have it', async () => {
  const workspace = join(folder, 'restored');
  const asked = (...args: string[]) => aesop([...args, '--workspace', workspace]);
  const { runs, models, stories } = await openWorkspace(workspace);
  await runs.write(runNamed('fable-1', { status: 'stopped', name: 'The Fable' }));
  await models.write({ ...modelFixtures[0], id: 'fable-1' });
  await stories.write(storyNamed('once'));
  await Promise.all([runs.remove('fable-1'), models.remove('fable-1'), stories.remove('once')]);
  expect((await asked('trash')).stdout).toMatch(/^runs\/fable-1 +The Fable/m);
  expectFailure(await asked('trash', '--restore', 'nothing'), 1, /There is no “nothing” in the trash/);
  expectFailure(await asked('trash', '--restore', 'runs/nothing'), 1, /There is no “runs\/nothing” in the trash/);
  expectFailure(await asked('trash', '--restore', 'fable-1'), 1, /(runs\/fable-1, models|models\/fable-1, runs)/);
  expect((await asked('trash', '--restore', 'once')).stdout).toBe('stories/once is back.\n');
  expect((await asked('trash', '--restore', 'runs/fable-1', '--json')).json()).toEqual([
    { type: 'restored', kind: 'runs', id: 'fable-1' },
  ]);
  expect((await runs.read('fable-1')).name).toBe('The Fable');
  expectFailure(await asked('trash', '--restore', 'stories/../../x'), 1, /in the trash/);
});

test('any thing of the trash is found by its id alone, behind however many newer ones', async () => {
  const workspace = join(folder, 'crowded');
  const asked = (...args: string[]) => aesop([...args, '--workspace', workspace]);
  const { models } = await openWorkspace(workspace);
  await models.write({ ...modelFixtures[0], id: 'oldest' });
  await models.remove('oldest');
  const trash = join(workspace, '.trash');
  await utimes(join(trash, 'models', 'oldest'), LONG_AGO, LONG_AGO);
  for (let at = 0; at < 210; at++) await mkdir(join(trash, 'runs', `run-${at}`), { recursive: true });
  expect((await asked('trash')).stdout).not.toContain('models/oldest');
  expect((await asked('trash', '--restore', 'oldest')).stdout).toBe('models/oldest is back.\n');
});

test('what cannot be brought back, or read once it is, is named with what to do', async () => {
  const workspace = join(folder, 'hindered');
  const asked = (...args: string[]) => aesop([...args, '--workspace', workspace]);
  const { models } = await openWorkspace(workspace);
  await models.write({ ...modelFixtures[0], id: 'twice' });
  await models.remove('twice');
  await models.write({ ...modelFixtures[0], id: 'twice' });
  expectFailure(
    await asked('trash', '--restore', 'twice'),
    1,
    /models\/twice[\s\S]*Move that one out of the workspace/,
  );
  expect(existsSync(join(workspace, '.trash', 'models', 'twice'))).toBe(true);

  await mkdir(join(workspace, '.trash', 'runs', 'headless'), { recursive: true });
  await writeFile(join(workspace, '.trash', 'runs', 'headless', 'metrics.jsonl'), '');
  expectFailure(await asked('trash', '--restore', 'headless'), 1, /runs\/headless” is back[\s\S]*run\.json/);
  expect(existsSync(join(workspace, 'runs', 'headless', 'metrics.jsonl'))).toBe(true);
  expectFailure(await asked('trash', '--restore', 'headless'), 1, /There is no “headless” in the trash/);
});

test.each([
  ['trash', '--restore', 'twice', '--empty'],
  ['doctor', '--fix', '--remove'],
])('%s %s … never drops one of what contradicts', async (...words) => {
  const workspace = join(folder, 'contradicted');
  const { models } = await openWorkspace(workspace);
  await models.write({ ...modelFixtures[0], id: 'twice' });
  await models.remove('twice');
  const flags = words.filter((word) => word.startsWith('--')).join(', ');
  expectFailure(await aesop([...words, '--workspace', workspace]), 2, new RegExp(`takes only one of ${flags}`));
  expect(existsSync(join(workspace, '.trash', 'models', 'twice'))).toBe(true);
  await models.restore('twice');
});

test('what a killed inspect leaves in the temporary folder goes when a studio that stays is opened', async () => {
  const temporary = join(folder, 'temporary');
  await mkdir(temporary);
  const text = join(folder, 'long.txt');
  await writeFile(text, 'the mice held a council to consider what they could do .\n'.repeat(200_000));
  const options = { env: { TMPDIR: temporary } };
  const inWorkspace = ['--workspace', join(folder, 'another')];
  const ours = () => readdirSync(temporary).filter((name) => name.startsWith('aesop-'));
  const inspecting = start([...inWorkspace, 'inspect', text], options);
  await expect.poll(ours, { timeout: 30_000 }).toHaveLength(1);
  process.kill(-inspecting.child.pid!, 'SIGKILL');
  await inspecting.ended;
  const [left] = ours();
  expect(left).toMatch(/^aesop-inspect-/);
  const serving = start([...inWorkspace, 'serve', '--json'], options);
  await expect.poll(ours, { timeout: 30_000 }).not.toContain(left);
  await serving.shows('"serving"');
  expect(ours()).toHaveLength(1);
  serving.child.kill('SIGINT');
  expect((await serving.ended).code).toBe(0);
  expect(ours()).toEqual([]);
});

test('models are told by the figures of the Shelf: those on text kept aside, where there is some', async () => {
  const asked = (...args: string[]) => aesop([...args, '--workspace', join(folder, 'measured')]);
  const small = ['--units', '8', '--steps', '10', '--validation-fraction', '0.2', '--engine', 'portable'];
  expect((await asked('train', FABLE, ...small)).code).toBe(0);
  const [{ metrics }] = (await asked('models', '--json')).json() as { metrics: Record<string, number> }[];
  const [held, all] = [metrics.validationPerplexity, metrics.perplexity].map((figure) => figure.toFixed(2));
  expect(held).not.toBe(all);
  const { stdout } = await asked('models');
  expect(stdout).toContain(` ${held} `);
  expect(stdout).not.toContain(` ${all} `);
});

test('a run that cannot be read is named with what to do, beside those that can', async () => {
  const workspace = join(folder, 'damaged');
  const { runs } = await openWorkspace(workspace);
  await runs.write(runNamed('whole', { status: 'stopped' }));
  await mkdir(runs.path('broken'));
  await writeFile(join(runs.path('broken'), 'run.json'), '{"version":');
  const listed = await aesop(['runs', '--workspace', workspace]);
  expect(listed.code).toBe(0);
  expect(listed.stdout).toContain('whole');
  expect(listed.stderr).toMatch(/note: “.*broken.run\.json” is damaged: it is not JSON\. .*Put back a good copy/);
  const told = await aesop(['runs', '--workspace', workspace, '--json']);
  expect(told.stderr).toBe('');
  expect(told.json()).toContainEqual({
    type: 'damaged',
    kind: 'runs',
    error: expect.objectContaining({ code: 'file-damaged', hint: expect.stringContaining('good copy') }),
  });
});

test('of many things that cannot be read a few are named and the others counted, to programs each', async () => {
  const workspace = join(folder, 'damaged-all');
  const { runs } = await openWorkspace(workspace);
  for (let k = 0; k < 40; k++) {
    await mkdir(runs.path(`broken-${k}`), { recursive: true });
    await writeFile(join(runs.path(`broken-${k}`), 'run.json'), '{');
  }
  const { stdout, stderr } = await aesop(['runs', '--workspace', workspace]);
  expect(stderr.match(/is damaged/g)).toHaveLength(5);
  expect(stderr).toContain('35 more cannot be read; --json names each.');
  // there are runs: they can only not be read
  expect(stdout).toBe('');
  expect((await aesop(['runs', '--workspace', workspace, '--json'])).json()).toHaveLength(40);
});
