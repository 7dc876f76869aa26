import { hasGlibc } from '../../../electron/native/glibc.mjs';
import { findProgram, run } from '../command.mjs';
import { sha256 } from '../files.mjs';

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
 * @property {string} sources hash of where wheels are said to be, which may hold a password
 */

/** Only looks at paths, in a millisecond or two. @returns {Machine} */
export function lookAtMachine() {
  const { platform, arch, env } = process;
  return {
    platform,
    arch,
    glibc: hasGlibc(),
    python: findProgram('python3', 'python'),
    pip: findProgram('pip3', 'pip'),
    compiler: findProgram('g++', 'clang++', 'c++'),
    nvidiaSmi: findProgram('nvidia-smi'),
    wantsGpu: env.AESOP_DEVICE !== 'cpu',
    sources: sha256([env.AESOP_WHEELS, env.AESOP_WHEEL_INDEX, env.PIP_INDEX_URL].join()),
  };
}

/** Whether a GPU answers. @param {Machine} machine */
export async function gpuAnswers({ nvidiaSmi }) {
  if (!nvidiaSmi) return false;
  const { ok, output } = await run(nvidiaSmi, ['-L'], { timeout: 5000 });
  return ok && /^GPU \d+:/m.test(output);
}
