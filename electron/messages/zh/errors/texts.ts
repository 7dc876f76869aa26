import type { TranslatedErrors } from '../../types.ts';
import type { texts as source } from '../../en/errors/texts.ts';

export const texts = {
  'corpus-unknown': ['不知道“{name}”学自哪个文本：它来自其他程序。', '只有写明文本的模型才能标出照抄之处。'],
  'corpus-missing': ['工作区中没有文本“{id}”。', '重新导入，或撤销删除。'],
  'text-empty': ['“{name}”是空的。', '选择至少有几句话的文本。'],
  'text-blank': ['“{name}”只有空白和换行。', '选择至少有几句话的文本。'],
  'text-binary': ['“{name}”不是文本：{percent}% 的字节是控制字符。', '先另存为纯文本（.txt）。'],
  'text-undecodable': [
    '按 {encoding} 读取时，{total} 个字节中有 {count} 个无法解码。',
    '换一种编码，或将文本另存为 UTF-8。',
  ],
  'text-table-unread': [
    '“{name}”的编码属于 {table} 一类，这里读不了。',
    '请先转成 UTF-8（例如用 iconv），或用创建它的程序打开，将文字另存为 UTF-8。',
  ],
  'encoding-unknown': [
    '没有名为“{encoding}”的编码。',
    '可用编码：{unicode}, {eastAsian}, {windows}, {iso}, {soviet}, {dos}, {others}；UTF-8 与另一编码混合的文本写作 utf-8+gb18030。',
  ],
  'document-unread': ['“{name}”是{kind}，无法取出其中的文字。', '{advice}'],
  'document-damaged': [
    '“{name}”是{kind}，但无法读取：{problem}。',
    '用创建它的程序打开并重新保存，或将文字另存为 .txt。',
  ],
  'document-large': [
    '“{name}”是超过 {limit} MB 的{kind}，超出了可读入内存的上限。',
    '分成几份保存，或将文字另存为 .txt（大小不限）。',
  ],
  'document-locked': ['“{name}”是有密码或版权保护的{kind}。', '另存一份不加保护的副本，或将文字另存为 .txt。'],
  'document-slow': [
    '读取“{name}”用了 {seconds} 秒仍未完成，远比同样大小的文件慢，已放弃。',
    '用创建它的程序打开，将文字另存为 .txt。',
  ],
  'document-wordless': ['“{name}”是没有文字的{kind}。', '选择至少有几句话的文件。'],
  'document-pictures': [
    '“{name}”的页面都是图片，这个 PDF 中没有文字（共 {pages} 页）。',
    '先用文字识别（OCR）程序转成文本，再选择该文本。',
  ],
  'table-wordless': [
    '表格“{name}”中只有数字、日期或网址，没有一列是文字（{known}）。',
    '请选择其他文件；若仍要学习其中一列，请写明列名（--column）。',
  ],
  'column-unknown': ['表格“{name}”没有“{column}”这一列。', '它的列有：{known}。'],
  'column-of-no-table': ['“{name}”不是表格，没有“{column}”这一列。', '只能为表格选择列。'],
  'column-file': [
    '要读取的文件中没有“{file}”，无法为它选择列（“{value}”）。',
    '这些文件是：{known}。“=”前面写其中一个文件或它的序号；列名本身含有“=”时，请用列的序号表示。',
  ],
  'text-too-short': [
    '文本只有 {symbols} 个符号，这些设置至少需要 {needed} 个。',
    '换更长的文本，或缩短窗口、序列，或减小批大小。',
  ],
  'source-unknown': [
    '没有可以留出的文件“{source}”：这个文本由 {known} 个文件组成。',
    '请给出其中一个文件的名称或序号；用 aesop inspect 可以查看它们。',
  ],
  'text-learnt': ['“{name}”已开始训练。', '再整理一次：会另存为一篇新文本。'],
  'text-nothing-left': ['“{name}”会被全部去掉。', '少选几项要去掉的内容。'],
  'text-one-symbol': ['文本只有一种符号“{symbol}”。', '没有可预测的内容。换一篇词汇更多的文本。'],
} satisfies TranslatedErrors<typeof source>;
