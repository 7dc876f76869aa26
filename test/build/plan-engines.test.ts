import { describe, expect, test } from 'vitest';
import { inBoth } from '../messages/said.ts';
import { planEngines } from '../../build/setup/native/plan.mjs';

const linux = {
  platform: 'linux',
  arch: 'x64',
  glibc: true,
  python: '/usr/bin/python3',
  pip: '/usr/bin/pip3',
  compiler: '/usr/bin/g++',
  nvidiaSmi: '',
  wantsGpu: true,
};
const working = { pipWorks: true, gpuAnswers: false };

describe('which engines are tried', () => {
  test('the CPU build, then the published add-on', () => {
    expect(planEngines(linux, working)).toEqual({ attempts: ['cpu', 'prebuilt'], reason: '', install: '' });
  });

  test('the GPU build first where a GPU answers and is wanted', () => {
    const answers = { ...working, gpuAnswers: true };
    expect(planEngines(linux, answers).attempts).toEqual(['gpu', 'cpu', 'prebuilt']);
    expect(planEngines({ ...linux, wantsGpu: false }, answers).attempts).toEqual(['cpu', 'prebuilt']);
  });

  test('without pip and compiler both are named with their packages', () => {
    const plan = planEngines({ ...linux, compiler: '' }, { ...working, pipWorks: false });
    expect(plan.attempts).toEqual(['prebuilt']);
    expect(inBoth(plan.reason).en).toContain('Python with pip and a C++ compiler');
    expect(inBoth(plan.install).en).toContain('apt-get install python3-pip g++');
  });

  test.each(['darwin-x64', 'darwin-arm64', 'win32-x64'])('%s: the published add-on is the best there is', (system) => {
    const [platform, arch] = system.split('-');
    const plan = planEngines({ ...linux, platform, arch, glibc: false, compiler: '' }, working);
    expect(plan).toEqual({ attempts: ['prebuilt'], reason: '', install: '' });
  });

  test('no build for another C library or processor', () => {
    const otherLibrary = planEngines({ ...linux, glibc: false }, working);
    expect(otherLibrary.attempts).toEqual([]);
    expect(inBoth(otherLibrary.reason).en).toContain('glibc');
    const otherProcessor = planEngines({ ...linux, arch: 'riscv64' }, working);
    expect(otherProcessor.attempts).toEqual([]);
    expect(inBoth(otherProcessor.reason).en).toContain('linux-riscv64');
  });
});
