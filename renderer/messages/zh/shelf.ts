import type { shelf as source } from '../en/shelf.ts';
import type { Translated } from '../types.ts';

export const shelf = {
  empty: '还没有模型。到工坊训练一个，或导入模型文件夹。',
} satisfies Translated<typeof source>;
