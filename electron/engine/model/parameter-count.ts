import { weightCount } from '../../contract/estimate.ts';
import type { ModelConfig } from './model-config.ts';

/** How many weights a model of that configuration has, without making one. */
export function parameterCount(config: ModelConfig): number {
  return weightCount(config, config.vocabularySize);
}
