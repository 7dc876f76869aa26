import type { ReadmeTables } from '../en/readme.ts';
import type { Translated, TranslatedTables } from '../types.ts';
import { errors } from './errors/index.ts';

const readme = {
  about: '这是 Aesop {version} 用《{corpus}》训练的语言模型：认识 {symbols} 种符号，有 {parameters} 个权重。',
  aboutForeign:
    '这是 Aesop {version} 从 {file}（{format}）导入的语言模型：认识 {symbols} 种符号，有 {parameters} 个权重。',
  reading: '文本与符号的互换',
  whitespace: '空白之间的内容是一个符号；写出时符号之间加一个空格。',
  words:
    '一个词、一个数、一个标点或一个换行是一个符号。两个符号相接的两侧都要求空格时，中间的空格不写出而自动补上：词的两侧都要求，逗号和句号要求后面有，左括号要求前面有。以空格开头的标点（如 `" \\""`）要求相反的一侧；空符号表示该补的空格并不存在；其余空白各自成为符号。',
  wordsSpaced: '一个词、一个数、一个标点或一个换行是一个符号，前面的空格也算在内；写出时直接相连。',
  subwords: '一个符号是词的一段，前面的空格也算在内。切词从左往右，每次取最长的符号；写出时直接相连。',
  characters: '一个 Unicode 码位是一个符号；写出时直接相连。',
  lowercase: '先把文本转为小写。',
  unknown: '词表之外的内容一律读作 `<unk>`，即第 {id} 号符号。',
  noUnknown: '词表包含训练文本的全部符号，词表之外的内容没有对应的符号。',
  network: '输入与输出',
  'input-embedding': '每个符号以编号输入，即它在词表中的位置，从 0 开始。',
  'input-one-hot': '每个符号以 {count} 个数输入：在词表中的位置上是 1，其余是 0。',
  'input-ordinal': '每个符号以一个数输入，即它在词表中的位置本身，从 0 开始。',
  window: '窗口模型：看 {length} 个符号，给出 {count} 个数，即词表中各符号接下来出现的概率。两次调用之间不留任何记忆。',
  sequence: '序列模型：可看任意多个符号，并在每个符号之后给出 {count} 个数，即词表中各符号接下来出现的概率。',
  example: '示例',
  exampleText:
    '执行 `{packages}` 之后，把下面的程序在本文件夹中存为 `{file}`，用 `{command}` 即可直接运行，每次取最可能的符号往下续写：',
  'file-card': '模型的来历、设置与指标',
  'file-config': 'model.py 据以搭建网络的设置',
  'file-signatures':
    '带权重的计算图；`window` 一次接收整个窗口，序列模型则任意多个符号并给出其后的状态；`step` 接收一个符号和各层的状态',
  'file-keras': '各层及其权重，都在一个文件中',
  'file-graph': '网络及其权重：输入 `ids`，输出 `probabilities` 和 `logits`；序列模型还要输入并输出每层的状态',
  'file-program': '搭建网络、载入权重并续写；`python model.py "开头" 30`',
  'file-weights-torch': '按 PyTorch 的名称与排列存放的权重：`lstm.weight_ih_l0` 等，门的顺序是 i、f、g、o',
  'file-topology': '网络的各层',
  'file-weights': '权重，float32，小端序',
  'file-vocabulary': '按编号排列的符号、各符号在文本中出现的次数，以及文本的切分方式',
} satisfies Translated<ReadmeTables['texts']['readme']>;

export const readmeTables = { texts: { readme }, errors } satisfies TranslatedTables<ReadmeTables>;
