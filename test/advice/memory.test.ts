import { describe, expect, test } from 'vitest';
import { estimateRun } from '../../electron/advice/estimate.ts';
import {
  cardMemoryNeeded,
  cardMemoryProblem,
  cardRoom,
  memoryFull,
  memoryNeeded,
  memoryProblem,
} from '../../electron/advice/memory.ts';
import { presetHyperparameters } from '../../electron/advice/presets.ts';
import type { Hyperparameters } from '../../electron/contract/hyperparameters.ts';
import type { Gpu } from '../../electron/contract/machine.ts';
import { english } from '../messages/said.ts';
import { FABLE } from './facts.ts';

const fable: Hyperparameters = { ...presetHyperparameters('fable'), tokenizer: 'whitespace' };
const large = { ...presetHyperparameters('novel'), units: 1024, embeddingSize: 1024, batchSize: 256 };
const WORDS = 50_000;
const GB = 1e9;
const cardOf = (memory: number, rest: Partial<Gpu> = {}): Gpu => ({
  ...{ index: 0, uuid: 'GPU-1', name: 'Example', memory, driver: '550.54', capability: 8.9 },
  ...rest,
});

describe('memory of the processor', () => {
  const problem = (free: number) => memoryProblem(large, WORDS, 1e6, free);

  test('nothing is said where the run fits', () => {
    expect(problem(1e12)).toBeUndefined();
    expect(memoryProblem(fable, 112, 204, GB)).toBeUndefined();
  });

  test('the largest batch that fits is named, in steps of eight', () => {
    const { code, values } = problem(5 * GB)!;
    const { message, hint } = english(problem(5 * GB));
    const batchSize = Number(values.batchSize);
    expect([code, batchSize % 8]).toEqual(['memory-short', 0]);
    expect(memoryProblem({ ...large, batchSize }, WORDS, 1e6, 5 * GB)).toBeUndefined();
    expect(memoryProblem({ ...large, batchSize: batchSize + 8 }, WORDS, 1e6, 5 * GB)).toBeDefined();
    expect(message).toMatch(/^The run needs \d+\.\d GB of memory and 5\.0 GB is free\.$/);
    expect(hint).toMatch(/^With a batch size of \d+ it needs [1-5]\.\d GB\.$/);
  });

  test('where no batch fits, the network is too large', () => {
    expect(problem(GB)!.code).toBe('memory-short-network');
  });

  test('what lies on a card is not asked of the processor', () => {
    expect(memoryProblem(large, WORDS, 1e6, 5 * GB, 'gpu')).toBeUndefined();
    expect(memoryNeeded(large, WORDS, 1e6, 'gpu')).toBeLessThan(memoryNeeded(large, WORDS, 1e6));
  });
});

describe('memory of a graphics card', () => {
  test('TensorFlow leaves some of it, the more the newer the card; what others took is gone', () => {
    const room = (capability: number | undefined, free?: number) =>
      cardRoom(cardOf(12 * GB, { capability, ...(free === undefined ? {} : { free }) }))! / GB;
    expect(room(6.1)).toBeGreaterThan(room(7.5));
    expect(room(7.5)).toBeGreaterThan(room(8.9));
    expect(room(8.9)).toBeGreaterThan(room(12));
    expect(room(undefined)).toBe(room(12));
    expect(room(8.9)).toBeCloseTo(12 - 0.45 - 1.611, 2);
    expect(room(8.9, 5 * GB)).toBeCloseTo(room(8.9) - 7, 5);
    expect(room(8.9, 2 * GB)).toBeGreaterThan(1);
    expect(room(8.9, 0.1 * GB)).toBe(0);
  });

  test('nothing is said of a card that does not tell how much it has', () => {
    expect(cardRoom(cardOf(0))).toBeUndefined();
    expect(cardMemoryProblem(large, WORDS, cardOf(0))).toBeUndefined();
  });

  test('a run that does not fit is told with the largest batch that does', () => {
    const card = cardOf(8 * GB, { free: 7.5 * GB });
    const problem = cardMemoryProblem(large, WORDS, card)!;
    const batchSize = Number(problem.values.batchSize);
    expect(problem.code).toBe('card-memory-short');
    expect(cardMemoryNeeded({ ...large, batchSize }, WORDS)).toBeLessThanOrEqual(cardRoom(card)!);
    expect(cardMemoryNeeded({ ...large, batchSize: batchSize + 8 }, WORDS)).toBeGreaterThan(cardRoom(card)!);
    expect(english(problem).message).toMatch(
      /^The run needs \d+\.\d GB of the graphics card’s memory; of its 8\.0 GB it can have 5\.4\.$/,
    );
    expect(english(problem).hint).toMatch(
      /^With a batch size of \d+ it needs [1-5]\.\d GB\. Or train on the processor/,
    );
    expect(cardMemoryProblem({ ...large, batchSize }, WORDS, card)).toBeUndefined();
    expect(cardMemoryProblem(large, WORDS, cardOf(2 * GB))!.code).toBe('card-memory-short-network');
  });

  test('the estimate tells it where a card computes, and only there', () => {
    const on = (device: 'cpu' | 'gpu', engine: Hyperparameters['engine'] = 'auto') =>
      estimateRun({ ...fable, engine }, FABLE, { engine: { engine: 'tensorflow', device } });
    expect(on('gpu').cardMemory).toBe(cardMemoryNeeded(fable, 112));
    expect(on('gpu').memory).toBeGreaterThan(GB);
    expect(on('gpu', 'portable').cardMemory).toBeUndefined();
    expect(on('cpu').cardMemory).toBeUndefined();
  });
});

describe('memory that is full in the middle of a run', () => {
  const card = cardOf(8 * GB);

  test('on a card: what did not fit, into how much, and a batch that has room to spare', () => {
    const error = memoryFull(large, WORDS, { device: 'gpu', card }, 28e6, 'OOM');
    expect(error).toMatchObject({ code: 'card-memory-full', detail: 'OOM' });
    expect(english(error).message).toBe(
      'The graphics card’s memory was full: another 28 MB did not fit into the 5.9 GB that a run can have of its 8.0 GB.',
    );
    expect(english(error).hint).toContain(`batch size of ${String(error.values.batchSize)} needs`);
  });

  test('a run that should have fitted had less than the estimate says', () => {
    const roomy = { device: 'gpu', card: cardOf(80 * GB) } as const;
    const batchSize = Number(memoryFull(large, WORDS, roomy, undefined, '').values.batchSize);
    expect(cardMemoryNeeded({ ...large, batchSize }, WORDS)).toBeLessThanOrEqual(0.75 * cardMemoryNeeded(large, WORDS));
    expect(batchSize).toBeGreaterThan(0);
    const unknown = memoryFull(large, WORDS, { device: 'gpu', card: undefined }, undefined, '');
    expect(unknown.values.batchSize).toBe(batchSize);
    expect(english(unknown).message).toBe(
      'The graphics card’s memory was full: what came next did not fit into what it has.',
    );
  });

  test('of a single line nothing is left to make smaller but the network', () => {
    const one = { ...large, batchSize: 1 };
    expect(memoryFull(one, WORDS, { device: 'gpu', card }, 1e6, '').code).toBe('card-memory-full-network');
    const processor = { device: 'cpu', symbols: 1e6, free: 5 * GB, computes: 'cpu' } as const;
    expect(memoryFull(one, WORDS, processor, 1e6, '').code).toBe('memory-full-network');
    const error = memoryFull(large, WORDS, processor, 400e6, '');
    expect(english(error).message).toBe(
      'The memory was full: another 400 MB did not fit into the 5.0 GB that were free.',
    );
    expect(memoryNeeded({ ...large, batchSize: Number(error.values.batchSize) }, WORDS, 1e6)).toBeLessThan(5 * GB);
  });
});
