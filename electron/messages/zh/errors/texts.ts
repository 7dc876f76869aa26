import type { TranslatedErrors } from '../../types.ts';
import type { texts as source } from '../../en/errors/texts.ts';

export const texts = {
  'corpus-missing': ['工作区中没有语料“{id}”。', '重新导入，或撤销删除。'],
  'text-empty': ['“{name}”是空的。', '选择至少有几句话的文本。'],
  'text-blank': ['“{name}”只有空白和换行。', '选择至少有几句话的文本。'],
  'text-binary': ['“{name}”不是文本：{percent}% 的字节是控制字符。', '先另存为纯文本（.txt）。'],
  'text-undecodable': [
    '按 {encoding} 读取时，{total} 个字节中有 {count} 个无法解码。',
    '换一种编码，或将文本另存为 UTF-8。',
  ],
  'encoding-unknown': [
    '没有名为“{encoding}”的编码。',
    '可用编码：{unicode}, {eastAsian}, {windows}, {iso}, {others}。',
  ],
  'text-too-short': [
    '文本只有 {symbols} 个符号，这些设置至少需要 {needed} 个。',
    '换更长的文本，或缩短窗口、序列，或减小批大小。',
  ],
  'text-one-symbol': ['文本只有一种符号“{symbol}”。', '没有可预测的内容。换一篇词汇更多的文本。'],
} satisfies TranslatedErrors<typeof source>;
