import type { Translated } from '../../types.ts';
import type * as source from '../../en/terminal/inspection.ts';

export const columns = {
  accuracy: '准确率',
  begun: '开始时间',
  best: '最高准确率',
  count: '次数',
  covers: '覆盖',
  id: 'id',
  leftOut: '未覆盖的符号',
  loss: '损失',
  made: '创建时间',
  name: '名称',
  of: '总步数',
  parameters: '参数',
  perplexity: '困惑度',
  preceding: '前几个符号',
  share: '占比',
  status: '状态',
  step: '当前步',
  steps: '步数',
  symbol: '符号',
  text: '文本',
  time: '用时',
  vocabulary: '词表',
} satisfies Translated<typeof source.columns>;

export const textFacts = {
  step: '{what}：{finding}',
  stepChoice: '{what}：{finding}（{flag}）',
  unnamed: '文本',
  size: '{size}，{characters} 个字符，{lines} 行',
  ours: '现读作：{ours}',
  otherwise: '{sample}（--encoding {encoding}）',
  unreadable: '{encoding}，{count} 个字节无法解码',
  lowerCase: '{tokenizer}，转为小写',
  distinct: '{distinct} 种，其中 {once} 种只出现一次',
  sentence: '平均 {count} 个符号',
  frequent: '最常见的符号',
  coverage: '词表覆盖文本的多少',
  ceilings: '任何模型所能达到的上限',
  repeats: '最长重复',
  repeat: '{times} 次，{length} 个符号：{text}',
} satisfies Translated<typeof source.textFacts>;

export const modelFacts = {
  model: '{id}（{name}）',
  text: '{name}，{symbols} 个符号，{language}',
  training: '{steps} 步，用时 {time}；{engine}',
  settings: '设置（* 表示与默认值不同）',
  loss: '每个符号 {loss} 奈特',
  accuracy: '{share}，共 {count} 次预测',
  unknown: '{count} 个符号中有 {unknown} 个不在模型的词表中',
} satisfies Translated<typeof source.modelFacts>;
