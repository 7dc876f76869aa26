import type { Translated } from '../types.ts';
import type { counts as source } from '../en/counts.ts';

export const counts = {
  symbols: '{count} 个符号',
  wordsAndMarks: '{count} 个词与标点',
  subwords: '{count} 个子词',
  characters: '{count} 个字符',
  precedingSymbols: '前 {count} 个符号',
  precedingSubwords: '前 {count} 个子词',
  precedingCharacters: '前 {count} 个字符',
  labelWords: '词与标点',
  labelSubwords: '子词数',
  labelCharacters: '字符数',
  sampled: '取自均匀分布于全文的 {count} 处',
} satisfies Translated<typeof source>;
