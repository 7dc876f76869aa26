import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Machine } from '../../contract/machine.ts';

const QUERY = ['index', 'uuid', 'name', 'memory.total', 'driver_version'];
const TIME_LIMIT = 2000;

export type Gpu = Machine['gpus'][number];

/** Reads nvidia-smi's answer (csv, no header, no units); lines that do not fit are left out. Memory in bytes. */
export function parseGpus(csv: string): Gpu[] {
  const rows = csv.split('\n').map((line) => line.split(',').map((cell) => cell.trim()));
  return rows
    .filter((cells) => cells.length === QUERY.length && /^\d+$/.test(cells[0]))
    .map(([index, uuid, name, mebibytes, driver]) => ({
      index: Number(index),
      uuid,
      name,
      memory: (Number(mebibytes) || 0) * 1024 ** 2,
      driver,
    }));
}

/** The NVIDIA GPUs that the driver knows; none where nvidia-smi is missing, fails or takes over 2 seconds. */
export async function findGpus(): Promise<Gpu[]> {
  const args = [`--query-gpu=${QUERY.join(',')}`, '--format=csv,noheader,nounits'];
  try {
    const { stdout } = await promisify(execFile)('nvidia-smi', args, { timeout: TIME_LIMIT });
    return parseGpus(stdout);
  } catch {
    return [];
  }
}
