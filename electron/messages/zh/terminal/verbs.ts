import type { Translated } from '../../types.ts';
import type * as source from '../../en/terminal/verbs.ts';

export const verbs = {
  story: '看它如何工作：几秒钟学会随 Aesop 附带的寓言，再续写下去。',
  train: '学习续写一篇文本。不选预设时，设置由文本本身得出。',
  tell: '续写故事：stdout 上只有开头和后文。',
  booklet: '把收藏的段落和故事编成小册子，存成 Word 文档、电子书或 Markdown。',
  inspect: '训练前细看一篇文本，或细看一个模型：核对其文件，显示其卡片。',
  models: '列出工作区的模型，新的在前。',
  runs: '列出工作区的训练，新的在前；也可将中断的训练留作模型。',
  evaluate: '在一篇文本的每个位置上测量模型的损失、困惑度、每字符比特数和准确率。',
  export: '以其他程序能读的格式写出模型。',
  import: '将别处的模型完整检查后收入工作区：Aesop 的模型，或可读取的其他程序的模型。',
  trash: '列出已删除的内容，将其还原，或彻底清空。',
  doctor: '说明本机由哪个引擎计算及其原因，检查所需各项并给出处理办法，再实测一小步训练。',
  serve: '为本机的浏览器打开工作室，按 Ctrl-C 结束。',
} satisfies Translated<typeof source.verbs>;

export const given = {
  booklet: '要编的小册子的标题；导出时是小册子的 id 或标题。',
  bookletAction: '做什么：{known}。pieces 列出收藏了哪些可以编入的内容。',
  pieces: '编入哪些段落和故事的 id，按此顺序（默认：收藏的全部内容，按收藏的先后）。',
  foreignModel:
    '模型的文件夹、压缩包（.aesop、.zip）或文件：Keras（.keras、.h5）、TensorFlow.js，以及 Aesop 写出的 ONNX 和 safetensors；也可以给出它所在的几个文件，词表可在其中。',
  model: '模型的 id，或其文件夹的路径。',
  text: '文本文件或其所在的文件夹，可以有几个；用 - 表示标准输入。',
  textOrModel: '文本文件或其所在的文件夹（可以有几个）、模型文件夹、文本或模型的 id，或用 - 表示标准输入。',
  textToImport: '首个打开的页面要读入文库的文本文件或文件夹；用 - 表示标准输入。',
  textToLearn:
    '要学习的文本文件或其所在的文件夹，几个依次合为一个文本；也可以是工作区中文本的 id，或用 - 表示标准输入。',
} satisfies Translated<typeof source.given>;
