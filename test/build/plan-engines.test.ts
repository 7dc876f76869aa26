import { describe, expect, test } from 'vitest';
import { planEngines } from '../../build/setup/native/plan.mjs';
import { inBoth } from '../messages/said.ts';

const linux = {
  platform: 'linux',
  arch: 'x64',
  glibc: true,
  python: '/usr/bin/python3',
  pip: '/usr/bin/pip3',
  compiler: '/usr/bin/g++',
  nvidiaSmi: '',
  wantsGpu: true,
  sources: '',
};
const LINUX = 'linux-x64';
const working = { fetches: true, hasAddon: false, gpuAnswers: false };

describe('which engines are tried', () => {
  test('the CPU build, then the published add-on', () => {
    const plan = { attempts: ['cpu', 'prebuilt'], reason: '', install: '' };
    expect(planEngines(linux, LINUX, working)).toEqual(plan);
    expect(planEngines({ ...linux, compiler: '' }, LINUX, { ...working, hasAddon: true })).toEqual(plan);
  });

  test('the GPU build first where a GPU answers and is wanted', () => {
    const answers = { ...working, gpuAnswers: true };
    expect(planEngines(linux, LINUX, answers).attempts).toEqual(['gpu', 'cpu', 'prebuilt']);
    expect(planEngines({ ...linux, wantsGpu: false }, LINUX, answers).attempts).toEqual(['cpu', 'prebuilt']);
  });

  test('without pip and compiler both are named with their packages', () => {
    const plan = planEngines({ ...linux, compiler: '' }, LINUX, { ...working, fetches: false });
    expect(plan.attempts).toEqual(['prebuilt']);
    expect(inBoth(plan.reason).en).toContain('Python with pip and a C++ compiler');
    expect(inBoth(plan.install).en).toContain('apt-get install python3-pip g++');
  });

  test('where the add-on came along and nothing says where the wheel is, an index is asked for', () => {
    const plan = planEngines({ ...linux, compiler: '' }, LINUX, { ...working, fetches: false, hasAddon: true });
    expect(inBoth(plan.install).en).toContain('AESOP_WHEEL_INDEX');
  });

  test.each(['darwin-x64', 'darwin-arm64', 'win32-x64'])('%s: ours where its add-on came along', (system) => {
    const [platform, arch] = system.split('-');
    const machine = { ...linux, platform, arch, glibc: false, compiler: '' };
    expect(planEngines(machine, system, { ...working, hasAddon: true })).toEqual({
      attempts: ['cpu', 'prebuilt'],
      reason: '',
      install: '',
    });
    const without = planEngines(machine, system, working);
    expect(without.attempts).toEqual(['prebuilt']);
    expect(inBoth(without.reason).en).toContain(system);
  });

  test('on an ARM Linux a compiler is enough; nobody publishes an add-on', () => {
    expect(planEngines({ ...linux, arch: 'arm64' }, 'linux-arm64', working).attempts).toEqual(['cpu']);
  });

  test('no build for another C library or processor', () => {
    const otherLibrary = planEngines({ ...linux, glibc: false }, undefined, working);
    expect(otherLibrary.attempts).toEqual([]);
    expect(inBoth(otherLibrary.reason).en).toContain('glibc');
    const otherProcessor = planEngines({ ...linux, arch: 'riscv64' }, undefined, working);
    expect(otherProcessor.attempts).toEqual([]);
    expect(inBoth(otherProcessor.reason).en).toContain('linux-riscv64');
  });
});
