import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { inBoth } from '../messages/said.ts';
import { Sandbox } from './sandbox.ts';

const ADDON = 'lib/napi-v8/tfjs_binding.node';
const LIBRARY = 'deps/lib/libtensorflow_cc.so.2';
const TWO_DAYS = 2 * 24 * 3600 * 1000;

let sandbox: Sandbox;
beforeEach(() => {
  sandbox = new Sandbox();
});
afterEach(() => sandbox.remove());

const onLinux = describe.runIf(process.platform === 'linux' && process.arch === 'x64');

async function untilDownloading(): Promise<void> {
  while (sandbox.downloads().length === 0) await sleep(20);
}

onLinux('TensorFlow from wheels', () => {
  test('is placed whole; the next start finds nothing to do and says nothing', async () => {
    sandbox.readSources();
    await sandbox.setUp();
    expect(sandbox.note()).toMatchObject({ engine: 'tensorflow', variant: 'cpu', reason: '', install: '' });
    expect([sandbox.placed(ADDON), sandbox.placed(LIBRARY)]).toEqual(['compiled', 'example-cpu']);
    expect(sandbox.placed('deps/licenses/tensorflow-license.txt')).toBe('Apache');
    const second = await sandbox.start('setup').finished;
    expect(second.stderr).not.toMatch(/TensorFlow|download/);
    expect(sandbox.downloads()).toEqual(['example-cpu']);
  });

  test('is one for every checkout of the account, and goes with the last of them', async () => {
    await sandbox.setUp();
    const other = new Sandbox(sandbox);
    await other.setUp();
    expect(other.engine()).toBe(sandbox.engine());
    expect(sandbox.downloads()).toEqual(['example-cpu']);
    const before = sandbox.engine()!;
    rmSync(sandbox.root, { recursive: true });
    other.addGpu();
    await other.setUp();
    expect(other.note().variant).toBe('gpu');
    expect(existsSync(before)).toBe(false);
  });

  test('is mended when a file was cut short', async () => {
    await sandbox.setUp();
    writeFileSync(join(sandbox.engine()!, ADDON), '');
    await sandbox.setUp();
    expect(sandbox.placed(ADDON)).toBe('compiled');
  });

  test('a kill half-way leaves nothing that the next start trips over', async () => {
    sandbox.readSources();
    sandbox.setNetwork('slow');
    const { child, finished } = sandbox.start('aesop');
    await untilDownloading();
    child.kill('SIGKILL');
    await finished;
    expect(readdirSync(sandbox.engines)).not.toContainEqual(expect.stringMatching(/^linux-/));
    await sandbox.setUp();
    expect(sandbox.placed(LIBRARY)).toBe('example-cpu');
    expect(readdirSync(sandbox.engines).sort()).toEqual(['installations', sandbox.note().folder]);
    expect(readdirSync(join(sandbox.root, '.cache', 'unfinished'))).toEqual([]);
    expect(existsSync(join(sandbox.root, '.cache', 'setup.lock'))).toBe(false);
  });

  test('two starts at once share one set-up', async () => {
    sandbox.setNetwork('slow');
    const first = sandbox.start('aesop').finished;
    await untilDownloading();
    const second = await sandbox.setUp();
    await first;
    expect(second.stderr).toContain('waiting for the set-up that already runs');
    expect(sandbox.downloads()).toEqual(['example-cpu']);
    expect(sandbox.note().engine).toBe('tensorflow');
  });

  test('a GPU that answers gets the build with CUDA beside it, one that does not answer the CPU build', async () => {
    sandbox.addGpu('process.exit(9);');
    await sandbox.setUp();
    expect(sandbox.note().variant).toBe('cpu');
    sandbox.removeProgram('nvidia-smi');
    await sandbox.setUp();
    sandbox.addGpu();
    await sandbox.setUp();
    expect(sandbox.note()).toMatchObject({ variant: 'gpu', reason: '' });
    expect(sandbox.placed('deps/nvidia/cudnn/lib/libcudnn.so.9')).toBe('example-cuda');
  });
});

onLinux('without TensorFlow the portable engine is left, with the reason', () => {
  test('no compiler: named with its package, and used as soon as it is there', async () => {
    sandbox.removeProgram('g++');
    const { stderr } = await sandbox.setUp();
    expect(sandbox.note()).toMatchObject({ engine: 'portable' });
    const reason = inBoth(sandbox.note().reason);
    expect(reason).toEqual({
      en: expect.stringContaining('a C++ compiler'),
      zh: expect.stringContaining('C++ 编译器'),
    });
    const install = inBoth(sandbox.note().install);
    for (const said of Object.values(install)) expect(said).toContain('apt-get install g++');
    expect(stderr).toContain(`Set-up: the portable engine will run. ${reason.en} ${install.en}\n`);
    sandbox.addCompiler();
    await sandbox.setUp();
    expect(sandbox.note().engine).toBe('tensorflow');
  });

  test('a damaged download is fetched once more, refused, and tried again the next day', async () => {
    sandbox.setNetwork('damaged');
    await sandbox.setUp();
    expect(sandbox.downloads()).toEqual(['example-cpu', 'example-cpu']);
    expect(inBoth(sandbox.note().reason).en).toContain('damaged');
    sandbox.setNetwork('up');
    await sandbox.setUp();
    expect(sandbox.note().engine).toBe('portable');
    sandbox.ageNote(Date.now() - TWO_DAYS);
    await sandbox.setUp();
    expect(sandbox.note().engine).toBe('tensorflow');
  });

  test.each([
    ['down', /could not be downloaded \(No matching distribution found\)/],
    ['disk-full', /disk is full/],
  ] as const)('network %s: said, and mended by asking again', async (network, reason) => {
    sandbox.setNetwork(network);
    await sandbox.setUp();
    expect(inBoth(sandbox.note().reason).en).toMatch(reason);
    sandbox.setNetwork('up');
    await sandbox.start('setup').finished;
    expect(sandbox.note().engine).toBe('tensorflow');
  });

  test('an add-on that this processor cannot run never takes its place', async () => {
    sandbox.write(
      'root/build/setup/native/try-addon.mjs',
      'process.kill(process.pid, "SIGILL"); setTimeout(() => {}, 5000);',
    );
    await sandbox.setUp();
    expect(inBoth(sandbox.note().reason).en).toContain('AVX');
    expect(sandbox.placed(ADDON)).toBeUndefined();
  });
});

test('it speaks the language of the person, as the program does', async () => {
  sandbox.speak('zh_CN.UTF-8');
  sandbox.removeProgram('g++');
  const { stderr } = await sandbox.setUp();
  expect(stderr).toContain(`${inBoth(sandbox.note().reason).zh}${inBoth(sandbox.note().install).zh}\n`);
  expect(stderr).toMatch(/^安装：/m);
  expect(stderr).not.toMatch(/Set-up|building|will run/);
  expect((await sandbox.start('fly').finished).stderr).toContain('没有名为“fly”的命令');
  expect((await sandbox.start('fly', '--language', 'en').finished).stderr).toContain('Unknown verb “fly”');
});

test('the lock of a process that is gone is no lock', async () => {
  sandbox.write('root/.cache/setup.lock', '999999999 1');
  await sandbox.setUp();
  expect(existsSync(join(sandbox.root, '.cache', 'setup.lock'))).toBe(false);
});

test('an unknown verb is named, with the known ones', async () => {
  const { code, stderr } = await sandbox.start('fly').finished;
  expect(code).toBe(2);
  expect(stderr).toMatch(/“fly”.*story/);
});
