import type { workshop as source } from '../en/workshop.ts';
import type { Translated } from '../types.ts';

export const workshop = {
  empty: '在文库中选择一篇语料来训练。',
} satisfies Translated<typeof source>;
