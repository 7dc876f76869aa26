import type { library as source } from '../en/library.ts';
import type { Translated } from '../types.ts';

export const library = {
  empty: '给它一篇文本，它学着讲下去。',
} satisfies Translated<typeof source>;
