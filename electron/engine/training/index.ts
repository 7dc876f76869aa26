export { assignAll } from './checkpoint.ts';
export { bestIsBetter, train } from './train.ts';
export type {
  Best,
  CheckpointState,
  LoopState,
  NamedArray,
  NamedArrays,
  TrainingOptions,
  TrainingResult,
  TrainingSink,
} from './types.ts';
