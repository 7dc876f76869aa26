export { assignAll } from './checkpoint.ts';
export { checkpointForm, type CheckpointForm } from './checkpoint-form.ts';
export { validationOf } from './validation-of.ts';
export { availableMemory } from './memory.ts';
export { measureStep, timeStep } from './measure-step.ts';
export { bestIsBetter, train } from './train.ts';
export type {
  CheckpointState,
  Following,
  LoopState,
  NamedArray,
  NamedArrays,
  TrainingOptions,
  TrainingResult,
  TrainingSink,
} from './types.ts';
