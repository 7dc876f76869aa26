import { execFileSync } from 'node:child_process';
import { lstatSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { cp, lstat, mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { AesopError } from '../../electron/contract/errors.ts';
import type { Random } from '../../electron/engine/random.ts';
import { LineWriter } from '../../electron/storage/files/jsonl.ts';
import { takeLock } from '../../electron/storage/processes/locks.ts';
import { makeRunFolders, rewindRun, runFiles } from '../../electron/storage/runs/run-files.ts';
import { EventFile } from '../../electron/storage/runs/tensorboard.ts';
import { openWorkspace } from '../../electron/storage/workspace/workspace.ts';
import { createStudio, type Studio } from '../../electron/studio/index.ts';
import { fakeLauncher } from '../studio/fake-worker.ts';
import { writeDraft } from '../../electron/storage/stories/draft-file.ts';
import { temporaryFolder } from '../storage/temporary-folder.ts';
import { bookletNamed, corpusNamed, passageNamed, reportAt, runNamed, storyNamed } from '../storage/things.ts';
import { HARNESS_TIMEOUT, rounds } from './rounds.ts';

const ROUNDS = 60;

/** A small workspace that has one of everything, a run cut short and things in the trash among them. */
async function everything(root: string): Promise<void> {
  const workspace = await openWorkspace(root);
  const { corpora, runs, stories, passages, booklets, settingsPath, draftPath, logFolder } = workspace;
  for (const id of ['fable', 'gone']) await corpora.write(corpusNamed(id));
  await writeFile(join(corpora.path('fable'), 'text.txt'), 'the mice');
  for (const id of ['run-1', 'gone']) await runs.write(runNamed(id, { status: 'running', step: 5 }));
  for (const id of ['once', 'gone']) await stories.write(storyNamed(id));
  for (const id of ['bell', 'gone']) await passages.write(passageNamed(id));
  for (const id of ['bound', 'gone']) await booklets.write(bookletNamed(id));
  for (const kind of [corpora, runs, stories, passages, booklets]) await kind.remove('gone');
  const files = runFiles(runs.path('run-1'));
  await makeRunFolders(files);
  await mkdir(join(files.checkpoints, '5'));
  await writeFile(join(files.checkpoints, '5', 'state.json'), '{"version":1,"step":5}');
  await writeFile(files.metrics, [1, 2, 3].map((step) => `${JSON.stringify(reportAt(step))}\n`).join(''));
  await writeFile(files.samples, '{"step":2,"prompt":"a","text":"a cat"}\n');
  await (await EventFile.open(files.tensorboard, 0)).close();
  await writeFile(join(files.folder, 'lock.json'), '{"pid":1073741824,"started":null,"host":"here","token":"x"}');
  await writeDraft(draftPath, { prompt: 'Once', written: true, sampling: storyNamed('once').sampling });
  await writeFile(settingsPath, '{"version":1,"storySize":20}');
  await writeFile(join(root, 'samples.json'), '{"version":1,"imported":[]}');
  await writeFile(join(logFolder, 'aesop.log'), '2026-11-23T12:00:00.000Z info [studio] opened\n');
}

/** Every path below a folder; links are not followed, as Node's own recursive readdir does. */
function pathsBelow(folder: string, inside = ''): string[] {
  return readdirSync(join(folder, inside), { withFileTypes: true }).flatMap((entry) => {
    const path = join(inside, entry.name);
    return entry.isDirectory() ? [path, ...pathsBelow(folder, path)] : [path];
  });
}

/** Every path below a folder with all that can be seen of it from outside. */
function snapshot(folder: string): string[] {
  return pathsBelow(folder)
    .sort()
    .map((path) => {
      const place = join(folder, path);
      const facts = lstatSync(place);
      const content = facts.isFile() ? readFileSync(place, 'hex') : facts.isSymbolicLink() ? readlinkSync(place) : '';
      return [path, facts.mode, facts.mtimeMs, content].join(' ');
    });
}

const one = <T>(random: Random, choices: readonly T[]): T => choices[random.integer(choices.length)];
const VALUES = [null, -1, 0, 7, 1e300, '', '../..', '守', [], {}, [[[]]], true, { version: 1 }];

function changedJson(random: Random, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Object.keys(value).length === 0) return one(random, VALUES);
  const key = one(random, Object.keys(value));
  const copy = structuredClone(value) as Record<string, unknown>;
  const how = random.integer(4);
  if (how === 0) delete copy[key];
  else if (how === 1) copy[`${key}x`] = one(random, VALUES);
  else copy[key] = how === 2 ? one(random, VALUES) : changedJson(random, copy[key]);
  return copy;
}

/** Another content: a value changed, a byte flipped, cut off, emptied, said twice. */
function changedText(random: Random, bytes: Buffer): Buffer {
  const at = random.integer(Math.max(1, bytes.length));
  const lines = bytes.toString('utf8').split('\n');
  const ways: (() => Buffer)[] = [
    () => {
      const line = random.integer(lines.length);
      try {
        const whole = random.integer(2) === 0;
        const changed = JSON.stringify(changedJson(random, JSON.parse(whole ? lines.join('\n') : lines[line])));
        return Buffer.from(whole ? changed : lines.with(line, changed).join('\n'));
      } catch {
        return Buffer.from(JSON.stringify(one(random, VALUES)));
      }
    },
    () => Buffer.concat([bytes.subarray(0, at), Buffer.from([random.integer(256)]), bytes.subarray(at + 1)]),
    () => bytes.subarray(0, at),
    () => Buffer.alloc(0),
    () => Buffer.concat([bytes, bytes]),
  ];
  return one(random, ways)();
}

/** What takes the place of a file or folder. */
const OTHERS: ((path: string, outside: string) => Promise<unknown> | unknown)[] = [
  (path, outside) => symlink(join(outside, 'notes.txt'), path),
  (path, outside) => symlink(outside, path),
  (path, outside) => symlink(join(outside, 'new.txt'), path),
  (path) => symlink(path, path),
  (path) => symlink('/nowhere/at/all', path),
  (path) => mkdir(path),
  (path) => writeFile(path, 'a file'),
  (path) => execFileSync('mkfifo', [path]),
  () => {},
];

async function mutate(random: Random, root: string, outside: string): Promise<string> {
  const paths = pathsBelow(root).sort();
  const path = one(random, paths);
  const place = join(root, path);
  const facts = await lstat(place);
  if (facts.isFile() && random.integer(5) < 3) {
    await writeFile(place, changedText(random, await readFile(place)));
    return `${path}: another content`;
  }
  const way = random.integer(OTHERS.length);
  await rm(place, { recursive: true });
  await OTHERS[way](place, outside);
  return `${path}: replaced by ${way}`;
}

const ANOTHER_PIECE = { ...bookletNamed('bound').pieces[0], key: 'piece2' };

/** What people and workers do with a workspace; whatever they are told is a sentence of the catalogue. */
const WORK: [name: string, (studio: Studio) => Promise<unknown>][] = [
  ['settings', (studio) => studio.request('settings.set', { storySize: 22 })],
  ['rename', (studio) => studio.request('runs.rename', { id: 'run-1', name: 'Another' })],
  ['metrics', (studio) => studio.request('runs.metrics', { id: 'run-1', points: 10 })],
  ['samples', (studio) => studio.request('runs.samples', { id: 'run-1' })],
  ['restore', (studio) => studio.request('corpora.restore', { id: 'gone' })],
  ['delete', (studio) => studio.request('corpora.delete', { id: 'fable' })],
  ['keep', (studio) => studio.request('stories.rename', { id: 'once', name: 'Twice' })],
  ['star', (studio) => studio.request('stories.unkeep', { id: 'once' })],
  ['draft', (studio) => studio.request('stories.draft', { written: false, sampling: storyNamed('once').sampling })],
  ['note', (studio) => studio.request('passages.note', { id: 'bell', note: 'Good.' })],
  ['delete a passage', (studio) => studio.request('passages.delete', { id: 'bell' })],
  ['read a booklet', (studio) => studio.request('booklets.read', { id: 'bound' })],
  ['add to a booklet', (studio) => studio.request('booklets.add', { id: 'bound', pieces: [ANOTHER_PIECE] })],
  ['delete a story', (studio) => studio.request('stories.delete', { id: 'once' })],
  ['log', (studio) => studio.request('log.read', { lines: 10 })],
  ['train', ({ folders }) => trainedOn(join(folders.workspace, 'runs', 'run-1'))],
  ['delete a run', (studio) => studio.request('runs.delete', { id: 'run-1' })],
  ['look at the trash', (studio) => studio.request('trash.describe', {})],
  ['empty the trash', (studio) => studio.request('trash.empty', {})],
];

/** A run goes on, as the worker does it. */
async function trainedOn(folder: string): Promise<void> {
  const files = runFiles(folder);
  const lock = await takeLock(folder);
  try {
    await makeRunFolders(files);
    await rewindRun(files, 2);
    const lines = await LineWriter.open(files.metrics);
    await lines.append(reportAt(4)).finally(() => lines.close());
    const events = await EventFile.open(files.tensorboard, 2);
    await events.append(reportAt(4)).finally(() => events.close());
  } finally {
    await lock.release();
  }
}

test(
  'a workspace with anything wrong in it opens, and nothing outside it changes',
  async () => {
    const template = join(temporaryFolder(), 'template');
    await everything(template);
    const outside = temporaryFolder();
    await writeFile(join(outside, 'notes.txt'), '{"step":1}\n{"step":9}\nmine\n');
    for (const name of ['run-1', '5', 'gone', 'runs', 'run.json', 'aesop.log', 'lock.json', 'fable'])
      await cp(join(outside, 'notes.txt'), join(outside, name.includes('.') ? name : `${name}/notes.txt`));
    const before = snapshot(outside);
    for (const { name, number, random } of rounds('workspace mutations', ROUNDS)) {
      const root = join(temporaryFolder(), 'Aesop');
      await cp(template, root, { recursive: true });
      const done = [];
      for (let left = 1 + random.integer(3); left > 0; left--) done.push(await mutate(random, root, outside));
      const said = `${name}: ${done.join('; ')}`;
      const plain = (what: string) => (thrown: unknown) => {
        const code = thrown instanceof AesopError ? thrown.code : `internal ${String((thrown as Error).stack)}`;
        expect(code, `${said}, ${what}`).not.toMatch(/^internal/);
        return code;
      };
      const options = { workspace: root, resources: outside, launchWorker: fakeLauncher().launch, version: '0' };
      const studio = await createStudio({ ...options, resident: number % 2 === 1 }).catch(plain('opening'));
      if (typeof studio === 'string') expect(studio, said).toBe('model-newer');
      else {
        await studio.request('studio.state', {}).catch((thrown: unknown) => {
          throw new Error(`${said}: no state`, { cause: thrown });
        });
        for (const [what, work] of WORK) await work(studio).catch(plain(what));
        await studio.close();
      }
      expect(snapshot(outside), said).toEqual(before);
      await rm(root, { recursive: true });
    }
  },
  HARNESS_TIMEOUT,
);
