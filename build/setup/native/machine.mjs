import { existsSync } from 'node:fs';
import { findProgram, run } from '../command.mjs';

/**
 * @typedef {object} Machine what decides which engine can be prepared
 * @property {string} platform
 * @property {string} arch
 * @property {boolean} glibc
 * @property {string} python path, '' when missing
 * @property {string} pip path, '' when missing; tells when pip was installed beside an older python
 * @property {string} compiler
 * @property {string} nvidiaSmi
 * @property {boolean} wantsGpu
 */

/** Only looks at paths, in a millisecond or two. @returns {Machine} */
export function lookAtMachine() {
  const { platform, arch } = process;
  return {
    platform,
    arch,
    glibc: platform === 'linux' && existsSync('/lib64/ld-linux-x86-64.so.2'),
    python: findProgram('python3', 'python'),
    pip: findProgram('pip3', 'pip'),
    compiler: findProgram('g++', 'clang++', 'c++'),
    nvidiaSmi: findProgram('nvidia-smi'),
    wantsGpu: process.env.AESOP_DEVICE !== 'cpu',
  };
}

/** What paths cannot tell: whether pip starts and whether a GPU answers. @param {Machine} machine */
export async function askMachine({ python, nvidiaSmi }) {
  const [pip, gpus] = await Promise.all([
    python ? run(python, ['-m', 'pip', '--version'], { timeout: 30_000 }) : undefined,
    nvidiaSmi ? run(nvidiaSmi, ['-L'], { timeout: 5000 }) : undefined,
  ]);
  return { pipWorks: pip?.ok === true, gpuAnswers: gpus?.ok === true && /^GPU \d+:/m.test(gpus.output) };
}
