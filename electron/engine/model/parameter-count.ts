import { inputWidth, type ModelConfig } from './model-config.ts';

/** How many weights a model of that configuration has, without making one. */
export function parameterCount(config: ModelConfig): number {
  const { vocabularySize, embeddingSize, layers, units, tieWeights, input } = config;
  let count = input === 'embedding' ? vocabularySize * embeddingSize : 0;
  for (let layer = 0; layer < layers; layer++) {
    const inputs = layer === 0 ? inputWidth(config) : units;
    count += (inputs + units + 1) * 4 * units;
  }
  return count + (tieWeights ? 0 : units * vocabularySize) + vocabularySize;
}
