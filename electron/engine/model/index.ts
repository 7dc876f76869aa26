export type { Batch, BatchShape, CompiledStep } from '../kernels/compiled-step.ts';
export { LanguageModel, type Evaluation } from './language-model.ts';
export type { StepMetrics } from './metrics.ts';
export { modelConfig, type ModelConfig } from './model-config.ts';
export { Optimizer, optimizerSettings, type OptimizerSettings } from './optimizer.ts';
export type { Parameter } from './parameter.ts';
export { disposeState, forgetLanes, laneState, restoreState, stateValues, type ModelState } from './state.ts';
