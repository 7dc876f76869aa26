import type { Translated } from '../../types.ts';
import type * as source from '../../en/terminal/training.ts';

export const plan = {
  text: '{name}（{size}，{encoding}，{language}）',
  symbols: '{symbols} 个，其中不同的 {distinct} 种（{tokenizer}）',
  ceiling: '由{preceding}最多能确定 {share}',
  unreadable: '{count} 处；换一种 --encoding 或许更合适',
  settings: '{layers} × {units} 单元，{seen}，{optimizer} {rate}，{steps} 步（{origin}）',
  windows: '窗口 {length}',
  sequences: '序列 {length}',
  proposed: '按此文本推荐',
  preset: '预设 {preset}',
  reason: '--{flag} {value}：{reason}',
  network: '{parameters} 个参数，{symbols} 个符号',
  estimate: '约 {time}（按双核推算），内存 {memory}',
  estimateTimed: '约 {time}（按本机实测的训练步），内存 {memory}',
  onCard: '显卡显存 {card}，内存 {memory}',
  goingOn: '{run}，从第 {step} 步继续',
} satisfies Translated<typeof source.plan>;

export const report = {
  step: '第 {step}/{steps} 步',
  loss: '损失 {loss}',
  accuracy: '准确率 {share}',
  perplexity: '困惑度 {perplexity}',
  validation: '验证 {loss}（{perplexity}）',
  bits: '每字符比特数 {bits}',
  speed: '{count} 符号/秒',
  prediction: '{context} → {predicted}，{share}，{verdict}',
  right: '正确',
  expected: '应为“{symbol}”',
} satisfies Translated<typeof source.report>;

export const ending = {
  stopping: '这一步之后停止，正在写入检查点。再按一次 Ctrl-C 立即结束。',
  beforeFirst: '第一步之前已停止。',
  after: '已在第 {step} 步停止（共 {steps} 步），检查点已写入。{rest}',
  noModel: '还没有留下模型。',
  someModel: '已按当前进度留下模型。',
  goOn: '继续：{command}',
  done: '{steps} 步，用时 {time}；就文本而言：{measured}',
  withPerplexity: '{value}，困惑度 {perplexity}',
  withBits: '{value}，困惑度 {perplexity}，每字符比特数 {bits}',
  ownStory: '自己的故事：困惑度 {perplexity}，每字符比特数 {bits}',
  teller: '{name}（{id}）',
  tell: '续写故事：{command}',
  story: '从“{prompt}”续写的故事：',
  model: '模型位于 {path}',
} satisfies Translated<typeof source.ending>;
