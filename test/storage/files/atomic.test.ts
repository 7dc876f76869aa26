import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryPath, writeFileAtomic, writeFolderAtomic } from '../../../electron/storage/files/atomic.ts';
import { cleanStrayFiles } from '../../../electron/storage/processes/stray-files.ts';
import { temporaryFolder } from '../temporary-folder.ts';

/** No process has that id: Linux and macOS count to a few millions at most. */
const DEAD = 2 ** 30;
const strayOf = (name: string, pid: number, suffix = 'tmp') => `.${name}.${pid}-0123456789ab.${suffix}`;

describe('writing a file', () => {
  test('makes its folder, replaces what was there and leaves nothing beside it', async () => {
    const path = join(temporaryFolder(), 'deep', 'settings.json');
    await writeFileAtomic(path, 'old and long');
    await writeFileAtomic(path, 'new');
    expect(await readFile(path, 'utf8')).toBe('new');
    expect(await readdir(join(path, '..'))).toEqual(['settings.json']);
  });

  test('keeps the order of calls on one path', async () => {
    const path = join(temporaryFolder(), 'counter');
    await Promise.all(Array.from({ length: 30 }, (_, n) => writeFileAtomic(path, String(n))));
    expect(await readFile(path, 'utf8')).toBe('29');
  });

  test('names the place that may not be written', async () => {
    const path = join(temporaryFolder(), 'taken');
    await mkdir(path);
    await expect(writeFileAtomic(path, 'x')).rejects.toMatchObject({ code: 'file-is-folder', values: { path } });
    expect(await readdir(join(path, '..'))).toEqual(['taken']);
  });
});

describe('writing a folder', () => {
  test('shows it only when it is whole', async () => {
    const root = temporaryFolder();
    const target = join(root, 'model');
    let during: string[] = [];
    await writeFolderAtomic(target, async (folder) => {
      await writeFile(join(folder, 'a'), '1');
      during = (await readdir(root)).filter((name) => !name.startsWith('.'));
    });
    expect(during).toEqual([]);
    expect(await readdir(target)).toEqual(['a']);
  });

  test('leaves nothing of a failed one, and the old one as it was', async () => {
    const root = temporaryFolder();
    const target = join(root, 'model');
    await writeFolderAtomic(target, (folder) => writeFile(join(folder, 'a'), 'old'));
    const failing = writeFolderAtomic(
      target,
      async (folder) => {
        await writeFile(join(folder, 'a'), 'new');
        throw new Error('no more');
      },
      { replace: true },
    );
    await expect(failing).rejects.toThrow('no more');
    expect(await readdir(root)).toEqual(['model']);
    expect(await readFile(join(target, 'a'), 'utf8')).toBe('old');
  });

  test('replaces only when asked to', async () => {
    const target = join(temporaryFolder(), 'model');
    const fill = (text: string) => (folder: string) => writeFile(join(folder, 'a'), text);
    await writeFolderAtomic(target, fill('1'));
    await expect(writeFolderAtomic(target, fill('2'))).rejects.toMatchObject({ code: 'target-exists' });
    await writeFolderAtomic(target, fill('3'), { replace: true });
    expect(await readFile(join(target, 'a'), 'utf8')).toBe('3');
  });
});

describe('cleaning up after killed processes', () => {
  test('removes what dead processes left, keeps what living ones write', async () => {
    const root = temporaryFolder();
    await mkdir(join(root, 'runs'));
    await writeFile(join(root, 'runs', strayOf('run.json', DEAD)), 'half');
    await writeFile(join(root, 'runs', strayOf('run.json', process.ppid)), 'being written');
    await writeFile(join(root, 'runs', '.hidden'), 'of somebody else');
    await cleanStrayFiles(root, 1);
    expect((await readdir(join(root, 'runs'))).sort()).toEqual(['.hidden', strayOf('run.json', process.ppid)].sort());
  });

  test.runIf(process.platform === 'linux')(
    'removes what a process left that is killed but not yet collected',
    async () => {
      const root = temporaryFolder();
      // a shell's child whose end nobody asks for: the shell has become another program before it is killed
      const parent = spawn('sh', ['-c', 'sleep 60 & echo $!; exec sleep 60'], { stdio: ['ignore', 'pipe', 'ignore'] });
      const said = (pid: number, file: string) => readFile(`/proc/${pid}/${file}`, 'utf8');
      try {
        const [line] = (await once(parent.stdout, 'data')) as [Buffer];
        const child = Number(line);
        await writeFile(join(root, strayOf('run.json', child)), 'half');
        await expect.poll(() => said(parent.pid!, 'comm'), { timeout: 20_000 }).toBe('sleep\n');
        process.kill(child, 'SIGKILL');
        await expect.poll(() => said(child, 'stat'), { timeout: 20_000 }).toMatch(/\) Z /);
        await cleanStrayFiles(root);
        expect(await readdir(root)).toEqual([]);
      } finally {
        parent.kill('SIGKILL');
      }
    },
  );

  test('brings a folder back whose replacement was cut short', async () => {
    const root = temporaryFolder();
    await mkdir(join(root, strayOf('model', DEAD, 'old')));
    await writeFile(join(root, strayOf('model', DEAD, 'old'), 'a'), 'whole');
    await mkdir(join(root, strayOf('model', DEAD)));
    await cleanStrayFiles(root);
    expect(await readdir(root)).toEqual(['model']);
    expect(await readFile(join(root, 'model', 'a'), 'utf8')).toBe('whole');
  });

  test('recognises every name that is given out', () => {
    expect(temporaryPath('/x/run.json')).toMatch(/^\/x\/\.run\.json\.\d+-[0-9a-f]{12}\.tmp$/);
  });
});
