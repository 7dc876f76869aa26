import type { Translated } from '../types.ts';
import type * as source from '../en/told.ts';

export const told = {
  fact: '{name}：{value}',
  by: '讲述者',
  modelGone: '模型已删除',
  steps: '步数',
  manner: '方式',
  article: '照教程',
  temperature: '温度',
  seed: '随机种子',
} satisfies Translated<typeof source.told>;

export const book = {
  untitled: '未命名的小册子',
  contents: '目录',
} satisfies Translated<typeof source.book>;
