import { expect, test } from 'vitest';
import { areModel } from '../../electron/contract/foreign-formats.ts';

test.each([
  [['card.json', 'model.json', 'vocabulary.json', 'weights.bin'], true],
  [['metadata.json', 'config.json', 'model.weights.h5'], true],
  [['config.json', 'model.safetensors', 'tokenizer.json', 'vocab.txt', 'README.md'], true],
  [['', 'model.json', 'group1-shard1of2.bin', 'group1-shard2of2.bin', 'words.txt'], true],
  [['net.h5'], true],
  // texts stay texts, with a model among them or not
  [['net.h5', 'chapter 1.txt'], false],
  [['model.json', 'noise.bin', 'chapter 1.txt'], false],
  [['noise.bin'], false],
  [['config.json', 'tales.json'], false],
  [['README.md', 'words.txt'], false],
  [[], false],
])('%j: whether they are a model', (names, answer) => {
  expect(areModel(names)).toBe(answer);
});
