import { neighboursOf, wordMap as mapOf } from '../../engine/vectors/word-map.ts';
import type { Job } from '../job.ts';
import { warmVectors } from './warm-model.ts';

/** The most frequent symbols of a model on a plane. */
export const wordMap: Job<'wordMap'> = async ({ model, symbols }) => mapOf(await warmVectors(model), symbols);

/** The symbols that a model uses most like a word. */
export const neighbours: Job<'neighbours'> = async ({ model, word, limit }) =>
  neighboursOf(await warmVectors(model), word, limit);
