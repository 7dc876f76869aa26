import type { origin as source } from '../en/origin.ts';
import type { Translated } from '../types.ts';

export const origin = {
  from: '{file}，{format}',
  imported: '从 {file}（{format}）导入，文件里没有说明它学自哪个文本、怎样训练。',
  own: '{symbols} 个符号，取自 Aesop 的词表 {file}',
  list: '{symbols} 个符号，按 {file} 中列出的顺序编号',
  numbers: '{symbols} 个符号，编号见 {file}',
  table: '{symbols} 个符号，取自表格 {file}',
  lines: '{symbols} 个符号，取自 {file}，每行一个',
  text: '{file} 中的 {symbols} 种字符，按模型预测得最准的顺序编号',
} satisfies Translated<typeof source>;
