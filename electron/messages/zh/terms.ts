import type { Terms } from '../types.ts';

/**
 * The words of the field and of this house in Chinese, one each. Wherever an English text has the term on the left, ours
 * has the word on the right; what is named beside it is never said instead.
 */
export const terms: Terms = {
  // learning
  accuracy: { word: '准确率', never: ['正确率', '精确率'] },
  ceiling: { word: '上限', never: ['最高可达'] },
  'batch size': { word: '批大小', never: ['批次大小', '批量大小', '批尺寸'] },
  checkpoint: { word: '检查点', never: ['存档点'] },
  clip: { word: '裁剪', never: ['截断'] },
  diverge: { word: '发散' },
  dropout: { word: '随机失活', never: ['丢弃率', '丢弃法'] },
  embedding: { word: '词向量', never: ['嵌入'] },
  hyperparameter: { word: '超参数', never: ['超参 '] },
  layer: { word: '层' },
  'learning rate': { word: '学习率', never: ['学习速率'] },
  'bits per character': { word: '每字符比特数', never: ['每字符比特 ', '比特/字符'] },
  'by heart': { word: '熟记', or: ['背下'] },
  loss: { word: '损失', or: ['无损'] },
  measure: { word: '测量', sometimes: true, never: ['测评', '评估', '评测'] },
  memorise: { word: '死记' },
  model: { word: '模型', sometimes: true },
  momentum: { word: '动量' },
  optimizer: { word: '优化器' },
  perplexity: { word: '困惑度', never: ['混淆度', '迷惑度'] },
  precision: { word: '精度' },
  prediction: { word: '预测' },
  resume: { word: '继续', or: ['接着'], never: ['继续训练', '恢复训练'], notAs: ['train on'] },
  run: { word: '训练', sometimes: true, never: ['一次运行', '运行记录'] },
  sequence: { word: '序列' },
  step: { word: '步' },
  'train on': { word: '追加训练', or: ['用', '训练设备'], sometimes: true, never: ['续训', '再训练几步'] },
  unit: { word: '单元', or: ['units'], never: ['神经元'] },
  validation: { word: '验证', never: ['校验集', '校验损失'] },
  weight: { word: '权重' },
  window: { word: '窗口', sometimes: true },

  // texts
  'at spaces': { word: '按空格', never: ['按空白'] },
  character: { word: '字符' },
  distinct: { word: '种', or: ['不同符号'], never: ['相异', '互异', '去重'] },
  encoding: { word: '编码' },
  symbol: { word: '符号', never: ['记号', '词元', '标识符'] },
  text: { word: '文本', sometimes: true, never: ['语料'] },
  tokenizer: { word: '切分', never: ['分词', '切分单位'] },
  vocabulary: { word: '词表', never: ['词汇表', '词汇量', '词库'] },

  // telling
  'first line': { word: '第一句', never: ['首句', '第一行', '句开头'] },
  keep: { word: '保留', or: ['收藏', '留'], sometimes: true, notAs: ['save'] },
  prompt: { word: '开头', never: ['提示词', '提示语'] },
  save: { word: '保存', or: ['存为'], sometimes: true, notAs: ['keep'] },
  seed: { word: '种子' },
  story: { word: '故事', sometimes: true },
  tell: { word: '续写', sometimes: true, never: ['接着讲', '讲述故事', '讲个故事'] },
  temperature: { word: '温度' },

  // the house
  article: { word: '教程', never: ['文章'] },
  archive: { word: '压缩包', never: ['存档', '归档'] },
  engine: { word: '引擎' },
  'graphics card': { word: '显卡', never: ['图形卡'] },
  Library: { word: '文库' },
  Machine: { word: '本机' },
  'portable engine': { word: '便携引擎', never: ['可移植引擎'] },
  preset: { word: '预设' },
  processor: { word: '处理器' },
  propose: { word: '推荐', or: ['选定'], sometimes: true, never: ['建议用', '建议值'] },
  queue: { word: '队列', or: ['排队'], never: ['等待中', '队列中等待', '等候中'] },
  setting: { word: '设置', never: ['设定'] },
  Shelf: { word: '书架' },
  trash: { word: '回收站', never: ['废纸篓', '垃圾箱', '垃圾桶'] },
  Workshop: { word: '工坊' },
  workspace: { word: '工作区', never: ['工作空间'] },
};
