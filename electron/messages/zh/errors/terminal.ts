import type { TranslatedErrors } from '../../types.ts';
import type { terminal as source } from '../../en/errors/terminal.ts';

export const terminal = {
  'verb-unknown': ['没有名为“{verb}”的命令。', '{suggestion}全部命令：aesop --help。'],
  'flag-unknown': ['aesop {verb} 没有选项 {flag}。', '{suggestion}全部选项：aesop {verb} --help。'],
  'flag-without-value': ['{flag} 需要一个值。', '把值写在选项之后：{example}。'],
  'flags-exclusive': ['aesop {verb} 只能使用 {flags} 中的一个。', '没有执行任何操作：请分成几条命令。'],
  'argument-missing': ['aesop {verb} 缺少 {argument}。', '用法：{usage}。'],
  'argument-excess': ['aesop {verb} 无法处理 {given}。', '用法：{usage}。含空格的名称请加引号。'],
  'tellers-many': ['指定了 {count} 个模型，最多 {limit} 个并排续写。', '减少模型的个数。'],
  'nobody-to-ask': [
    '--unknown ask 要在终端中询问，这里没有终端。',
    '在命令中写明：--stand-in 词=已知词，或用 --unknown keep。',
  ],
  'input-missing': ['标准输入中没有内容。', '用管道传入文本：zcat novel.gz | aesop train -'],
  'language-unknown': ['没有名为“{language}”的语言。', '可用语言：{known}。'],
} satisfies TranslatedErrors<typeof source>;
