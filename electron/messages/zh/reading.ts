import type { reading as source } from '../en/reading.ts';
import type { Translated } from '../types.ts';

export const reading = {
  word: '“{word}”',
  separator: '、',
  between: '；',
  as: '“{word}”读作“{as}”',
  unknown: '{words}是模型不认识的词，按未知词来读',
  nothing: '{words}是模型不认识的词，读时跳过',
} satisfies Translated<typeof source>;
