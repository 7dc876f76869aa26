import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Machine } from '../../contract/machine.ts';

const QUERY = ['index', 'uuid', 'name', 'memory.total', 'driver_version'];
const FORMAT = '--format=csv,noheader,nounits';
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

/** nvidia-smi's answer; '' where it is missing, fails or takes over 2 seconds. */
const ask = (fields: readonly string[]) =>
  promisify(execFile)('nvidia-smi', [`--query-gpu=${fields.join(',')}`, FORMAT], { timeout: TIME_LIMIT }).then(
    ({ stdout }) => stdout,
    () => '',
  );

/** The NVIDIA GPUs that the driver knows. Older drivers refuse a question that holds the capability, so it is asked apart. */
export async function findGpus(): Promise<Gpu[]> {
  const [facts, capabilities] = await Promise.all([ask(QUERY), ask(['index', 'compute_cap'])]);
  const known = new Map(
    [...capabilities.matchAll(/^(\d+), ([\d.]+)$/gm)].map(([, index, capability]) => [
      Number(index),
      Number(capability),
    ]),
  );
  return parseGpus(facts).map((gpu) => {
    const capability = known.get(gpu.index);
    return capability ? { ...gpu, capability } : gpu;
  });
}
