import { execFile } from 'node:child_process';
import { availableParallelism, cpus, totalmem } from 'node:os';
import { promisify } from 'node:util';
import { cudaLibraries } from './cuda-libraries.ts';
import { nativeLibraries } from './package-folder.ts';
import type { Library } from './types.ts';

const QUERY = ['index', 'uuid', 'name', 'memory.total', 'memory.used', 'driver_version', 'compute_cap'];
const MEBIBYTE = 1024 ** 2;

/** One NVIDIA GPU as its driver describes it; memory in bytes. */
export interface Gpu {
  index: number;
  uuid: string;
  name: string;
  memoryTotal: number;
  memoryUsed: number;
  driver: string;
  computeCapability: string;
}

/** The machine as far as an engine depends on it; memory in bytes. */
export interface MachineDescription {
  platform: string;
  processor: string;
  cores: number;
  memory: number;
  node: string;
  icu: string;
  gpus: Gpu[];
  libraries: Library[];
}

/** Reads nvidia-smi's answer (csv, no header, no units); lines that do not fit are left out. */
export function parseGpus(csv: string): Gpu[] {
  const rows = csv.split('\n').map((line) => line.split(',').map((cell) => cell.trim()));
  return rows
    .filter((cells) => cells.length === QUERY.length && /^\d+$/.test(cells[0]))
    .map(([index, uuid, name, total, used, driver, computeCapability]) => ({
      index: Number(index),
      uuid,
      name,
      memoryTotal: (Number(total) || 0) * MEBIBYTE,
      memoryUsed: (Number(used) || 0) * MEBIBYTE,
      driver,
      computeCapability,
    }));
}

/** The NVIDIA GPUs that the driver knows; none where nvidia-smi is missing, fails or takes over 2 seconds. */
export async function findGpus(): Promise<Gpu[]> {
  const args = [`--query-gpu=${QUERY.join(',')}`, '--format=csv,noheader,nounits'];
  try {
    const { stdout } = await promisify(execFile)('nvidia-smi', args, { timeout: 2000 });
    return parseGpus(stdout);
  } catch {
    return [];
  }
}

/** Everything `doctor` and the Machine room show that needs no engine in this process. */
export async function describeMachine(): Promise<MachineDescription> {
  const gpus = await findGpus();
  return {
    platform: `${process.platform}-${process.arch}`,
    processor: cpus()[0]?.model.trim() ?? '',
    cores: availableParallelism(),
    memory: totalmem(),
    node: process.versions.node,
    icu: process.versions.icu ?? '',
    gpus,
    libraries: [...nativeLibraries(), ...(gpus.length > 0 ? cudaLibraries() : [])],
  };
}
