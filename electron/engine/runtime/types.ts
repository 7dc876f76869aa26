import type { Said } from '../../contract/message.ts';

/** What a caller may ask of the runtime; everything else is found out. */
export interface RuntimeOptions {
  /** `portable` skips TensorFlow; the environment variable AESOP_ENGINE=portable does the same. */
  engine?: 'auto' | 'portable';
  /** `auto` and `gpu` (the first visible GPU, else the CPU), `cpu`, or one GPU by index or UUID; AESOP_DEVICE says the same. */
  device?: string;
  /** `fast` lets oneDNN round the inputs of float32 products to bfloat16, where that is quicker. */
  precision?: 'float32' | 'fast';
  /** Threads of one operation; every core when it is left out. */
  threads?: number;
}

/** One file that an engine needs. */
export interface Library {
  name: string;
  path: string;
  found: boolean;
}

/** The engine of this process: which one, why not a better one, and what to install for that. */
export interface Runtime {
  engine: 'tensorflow' | 'portable';
  backend: 'tensorflow' | 'wasm';
  device: 'cpu' | 'gpu';
  tensorflowVersion?: string;
  /** One plain sentence, empty when nothing better exists for this machine. */
  reason: Said;
  /** What to do for the better engine, empty when there is nothing to do. */
  install: Said;
  threads: number;
  /** `fast` only where it was asked for and pays */
  precision: 'float32' | 'fast';
  libraries: Library[];
}

/** Runtime without what is known about the machine around it. */
export type LoadedEngine = Pick<Runtime, 'engine' | 'backend' | 'device' | 'tensorflowVersion' | 'threads'>;

/** Why an engine was passed over. */
export interface Shortfall {
  reason: Said;
  install: Said;
}
