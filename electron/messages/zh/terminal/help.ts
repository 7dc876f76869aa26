import type { Translated } from '../../types.ts';
import type * as source from '../../en/terminal/help.ts';

export const help = {
  about: '教电脑用你自己的文本讲故事。',
  usage: '用法：',
  arguments: '参数：',
  options: '选项：',
  commands: '命令：',
  examples: '示例：',
  someOptions: '[选项]',
  someCommand: '[命令]',
  someFlags: '[选项]',
  version: 'Aesop 的版本。',
  help: '全部命令，或一个命令的全部选项。',
  helpOf: '与 <命令> --help 相同。',
  exampleName: '{command} "长篇"',
  exampleBooklet: '{command} "老鼠开会" --author "三年级二班"',
  bookletMake: 'aesop booklet make <标题> [内容...] [选项]',
  bookletExport: 'aesop booklet export <小册子> [选项]',
} satisfies Translated<typeof source.help>;

export const names = {
  standardInput: '标准输入',
  nameList: '项目',
  pairs: '词=已知词',
  address: '地址',
  action: '操作',
  booklet: '小册子',
  piece: '内容',
  title: '标题',
  column: '[文件=]列名',
  count: 'n',
  folder: '文件夹',
  model: '模型',
  name: '名称',
  number: 'x',
  path: '路径',
  runId: '训练 id',
  text: '文本',
  textOrModel: '文本|模型',
  verb: '命令',
  words: '文字',
} satisfies Translated<typeof source.names>;
