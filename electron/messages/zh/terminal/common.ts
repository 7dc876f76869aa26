import type { Translated } from '../../types.ts';
import type * as source from '../../en/terminal/common.ts';

export const common = {
  note: '提示：{what}',
  details: '技术细节：同一命令加上 --verbose。',
  interrupted: '已中断。',
  sentences: '{first}{second}',
  didYouMean: '是否指 {name}？',
  fileNotFlag: '该文件请写作 {path}。',
  nearest: '最接近的：{name}',
} satisfies Translated<typeof source.common>;

export const measures = {
  seconds: '{seconds} 秒',
  minutes: '{minutes} 分 {seconds} 秒',
  hours: '{hours} 小时 {minutes} 分',
  left: '剩余 {time}',
  date: '{year}/{month}/{day} {hour}:{minute}',
} satisfies Translated<typeof source.measures>;

export const progress = {
  bringing: '正在安装 TensorFlow',
  checking: '正在检查',
  counting: '正在统计',
  measuring: '正在测量',
  reading: '正在读取',
  writing: '正在写入',
} satisfies Translated<typeof source.progress>;

export const facts = {
  base: '基础模型',
  earlier: '先前文本 {index}',
  earlierTexts: '先前文本',
  document: '文件',
  found: '发现',
  prepared: '已整理',
  accuracy: '准确率',
  ceiling: '上限',
  distinct: '不同符号',
  encoding: '编码',
  notSure: '不确定',
  engine: '引擎',
  estimate: '预计',
  folder: '文件夹',
  gpu: '显卡 {index}',
  language: '语言',
  loss: '损失',
  made: '创建时间',
  measured: '实测',
  model: '模型',
  network: '网络',
  bitsPerCharacter: '每字符比特数',
  origin: '导入自',
  passedOver: '略过',
  perplexity: '困惑度',
  processor: '处理器',
  prompt: '开头',
  run: '训练',
  sentence: '句子',
  settings: '设置',
  size: '大小',
  source: '文件 {index}',
  symbols: '符号',
  text: '文本',
  tokenizer: '切分方式',
  training: '训练',
  unknown: '未知',
  unreadable: '无法解码',
  validation: '验证',
  vocabulary: '词表',
  versions: '版本',
} satisfies Translated<typeof source.facts>;

export const asking = {
  near: '模型不认识“{word}”。回车保持未知；或读作 {offered}，或输入另一个词：',
  none: '模型不认识“{word}”。回车保持未知；或输入一个代读的词：',
  again: '模型也不认识“{word}”。回车保持未知；或换一个词：',
} satisfies Translated<typeof source.asking>;
