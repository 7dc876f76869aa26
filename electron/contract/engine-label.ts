import { message, type Said } from './message.ts';

/** What a line about an engine tells. */
export interface EngineFacts {
  readonly engine: 'tensorflow' | 'portable';
  readonly backend: string;
  readonly device: 'cpu' | 'gpu';
  readonly tensorflowVersion?: string;
  readonly threads: number;
}

const BACKENDS: Record<string, string> = { wasm: 'WebAssembly', cpu: 'JavaScript' };

/** The engine in a line, as runs and cards keep it: `TensorFlow 2.21.0 on CPU, 2 threads`. */
export function engineLabel({ engine, backend, device, tensorflowVersion, threads }: EngineFacts): string {
  const place = device === 'gpu' ? 'GPU' : `CPU, ${threads} ${threads === 1 ? 'thread' : 'threads'}`;
  if (engine === 'tensorflow') return `TensorFlow ${tensorflowVersion} on ${place}`;
  return `portable engine (${BACKENDS[backend] ?? backend}) on ${place}`;
}

const LABEL =
  /^(?:TensorFlow (?<version>\S+)|portable engine \((?<backend>\w+)\)) on (?:GPU|CPU, (?<threads>\d+) threads?)$/;

/** What such a line tells, to be said in any language; the line itself where another program wrote it. */
export function engineMessage(label: string): Said {
  const { version, backend, threads } = LABEL.exec(label)?.groups ?? {};
  if (version !== undefined)
    return threads === undefined
      ? message('engine.tensorflowGpu', { version })
      : message('engine.tensorflowCpu', { version, threads: Number(threads) });
  if (backend === undefined) return label;
  return threads === undefined
    ? message('engine.portableGpu', { backend })
    : message('engine.portableCpu', { backend, threads: Number(threads) });
}
