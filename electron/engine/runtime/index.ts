export { describeRuntime, engineOf } from './describe-runtime.ts';
export { loadRuntime } from './load-runtime.ts';
export type { Library, Runtime, RuntimeOptions } from './types.ts';
