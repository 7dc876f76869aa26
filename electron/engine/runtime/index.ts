export { describeRuntime, engineOf } from './describe-runtime.ts';
export { cardInUse, cardToTry, deviceAsked, findGpus } from './gpus.ts';
export { loadRuntime, portableRuntime, tryEngine } from './load-runtime.ts';
export { installationFolder, readSetupNote } from './native-folder.ts';
export { outOfMemory } from './out-of-memory.ts';
export type { Library, Runtime, RuntimeOptions } from './types.ts';
