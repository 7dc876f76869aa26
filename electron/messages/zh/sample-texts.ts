import type { Translated } from '../types.ts';
import type { sampleTexts as source } from '../en/sample-texts.ts';

export const sampleTexts = {
  'belling-the-cat': '给猫系铃',
  'chinese-fables': '中国寓言',
  'tiny-shakespeare': '莎士比亚选段',
} satisfies Translated<typeof source>;
