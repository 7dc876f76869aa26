import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Gpu } from '../../contract/machine.ts';
import { visibleDevice } from './environment.ts';
import { readSetupNote } from './native-folder.ts';

const QUERY = ['index', 'uuid', 'name', 'memory.total', 'memory.free', 'driver_version'];
const FORMAT = '--format=csv,noheader,nounits';
/** Milliseconds: a driver that nothing holds awake takes some seconds for its first answer. */
const TIME_LIMIT = 8000;
const MEBIBYTE = 1024 ** 2;

/** Reads nvidia-smi's answer (csv, no header, no units); lines that do not fit are left out. Memory in bytes. */
export function parseGpus(csv: string): Gpu[] {
  const rows = csv.split('\n').map((line) => line.split(',').map((cell) => cell.trim()));
  return rows
    .filter((cells) => cells.length === QUERY.length && /^\d+$/.test(cells[0]))
    .map(([index, uuid, name, mebibytes, free, driver]) => ({
      index: Number(index),
      uuid,
      name,
      memory: (Number(mebibytes) || 0) * MEBIBYTE,
      // a card that shares the processor's memory tells neither
      ...(/^\d+$/.test(free) ? { free: Number(free) * MEBIBYTE } : {}),
      driver,
    }));
}

/** nvidia-smi's answer; '' where it is missing, fails or takes too long. */
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

/**
 * The card that TensorFlow computes on.
 * @param visible the one that it may see, by number or UUID, as `runtimeEnvironment` makes it
 */
export function cardInUse(gpus: readonly Gpu[], visible = process.env.CUDA_VISIBLE_DEVICES): Gpu | undefined {
  const named = gpus.find(({ index, uuid }) => visible && (String(index) === visible || uuid.startsWith(visible)));
  return named ?? gpus[0];
}

/** The device that a person asked for by AESOP_DEVICE; nothing where it is left open. */
export function deviceAsked({ AESOP_DEVICE } = process.env): string | undefined {
  return AESOP_DEVICE && AESOP_DEVICE !== 'auto' ? AESOP_DEVICE : undefined;
}

/**
 * The card that TensorFlow could compute on, where nobody chose a device; nothing of TensorFlow is loaded.
 * @param find the cards, asked for only where one may be taken
 */
export async function cardToTry(find: () => Promise<readonly Gpu[]>): Promise<Gpu | undefined> {
  if (deviceAsked() !== undefined || readSetupNote()?.variant !== 'gpu') return undefined;
  const visible = visibleDevice({}, process.env);
  return visible === '-1' ? undefined : cardInUse(await find(), visible);
}
