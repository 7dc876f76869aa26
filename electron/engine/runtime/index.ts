export { describeMachine, type Gpu, type MachineDescription } from './describe-machine.ts';
export { workerEnvironment } from './environment.ts';
export { loadRuntime } from './load-runtime.ts';
export type { Library, Runtime, RuntimeOptions } from './types.ts';
