import type { reading as source } from '../en/reading.ts';
import type { Translated } from '../types.ts';

export const reading = {
  word: '“{word}”',
  comma: '、',
  as: '“{word}”读作“{as}”',
  unknown: '{words}：模型不认识，按未知来读',
  nothing: '{words}：模型不认识，读时略过',
} satisfies Translated<typeof source>;
