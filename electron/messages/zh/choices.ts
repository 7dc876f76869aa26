import type { Translated } from '../types.ts';
import type * as source from '../en/choices.ts';

export const choices = {
  whitespace: '按空格',
  words: '词',
  subwords: '子词',
  characters: '字符',
  embedding: '词向量',
  'one-hot': '独热',
  ordinal: '编号',
  window: '窗口',
  sequence: '序列',
  shuffled: '打乱',
  article: '教程',
  sigmoid: 'Sigmoid',
  'hard-sigmoid': 'Hard Sigmoid',
  glorot: 'Glorot',
  normal: '正态',
  constant: '恒定',
  cosine: '余弦',
  plateau: '停滞时降低',
  float32: 'float32',
  fast: '快速',
  auto: '最快',
  tensorflow: 'TensorFlow',
  portable: '便携',
} satisfies Translated<typeof source.choices>;

export const units = {
  symbols: '符号',
  steps: '步',
} satisfies Translated<typeof source.units>;
