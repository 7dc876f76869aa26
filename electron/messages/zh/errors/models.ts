import type { TranslatedErrors } from '../../types.ts';
import type { models as source } from '../../en/errors/models.ts';

export const models = {
  'story-missing': ['工作区中没有故事“{id}”。', '重新续写，或撤销删除。'],
  'passage-missing': ['工作区中没有段落“{id}”。', '重新收藏，或撤销删除。'],
  'booklet-missing': ['工作区中没有小册子“{id}”。', '撤销删除，或另建一本。'],
  'booklet-changed': ['小册子《{title}》已在别处改动。', '这里写的内容另存为一本小册子。'],
  'booklet-large': [
    '小册子将有 {pieces} 篇、{characters} 个字符，最多可容 {mostPieces} 篇、{mostCharacters} 个字符。',
    '少加几篇，或另建一本。',
  ],
  'booklet-nothing': ['没有可以编入小册子的收藏。', '先在工作室的故事室里收藏段落或故事，或换一个模型。'],
  'piece-missing': ['工作区中没有段落或故事“{id}”。', '收藏的内容用 aesop booklet pieces 列出。'],
  'not-a-model': [
    '“{name}”不是模型：既不是 Aesop 的模型，也不是可读取的其他程序的模型。',
    '选择模型的文件夹或压缩包，或以 .keras、.h5、.onnx 结尾的文件。',
  ],
  'model-missing': ['没有模型“{id}”。', '用 aesop models 查看现有模型。'],
  'model-files-many': ['一个模型给出了 {count} 个文件，最多为 {limit} 个。', '请只给出一个模型的文件。'],
  'model-file-missing': ['模型“{id}”缺少文件 {file}。', '重新复制整个文件夹，或重新训练。'],
  'model-damaged': ['模型“{id}”已损坏：{file} 与保存时不同。', '重新复制整个文件夹，或重新训练。'],
  'model-truncated': [
    '模型“{id}”已损坏：{file} 有 {bytes} 字节，应为 {expected} 字节。',
    '重新复制整个文件夹，或重新训练。',
  ],
  'model-not-finite': [
    '模型“{id}”的权重含有非数值（在 {weight} 中）：训练已发散。',
    '将学习率降到三分之一，或将梯度裁剪设为 1，重新训练。',
  ],
  'model-overflows': [
    '模型“{id}”的权重过大，无法计算（在 {weight} 中）：训练已发散。',
    '将学习率降到三分之一，或将梯度裁剪设为 1，重新训练。',
  ],
  'prediction-not-finite': [
    '模型算出的已不是概率：训练已发散。',
    '将学习率降到三分之一，或将梯度裁剪设为 1，重新训练。',
  ],
  'page-damaged': ['这个网页已损坏：其中的模型与写入时不同。', '请重新复制这个文件，或在 Aesop 中重新导出。'],
  'model-newer': [
    '“{file}”由更新版本的 Aesop 写入：其格式版本为 {version}，当前 Aesop 最高支持 {known}。',
    '安装最新版 Aesop 后再打开；其内容未作任何改动。',
  ],
  'precision-unknown': ['格式 {format} 没有“{precision}”这一精度。', '可用精度：{known}。'],
  'format-unknown': ['没有名为“{format}”的导出格式。', '可用格式：{known}。'],
  'foreign-damaged': ['无法读取“{name}”：{problem}。', '重新复制到这里，或用原来的程序重新保存。'],
  'foreign-unfit': [
    '“{name}”无法成为这里的模型：{problem}。',
    'Aesop 可导入的网络由词向量或独热输入、若干 LSTM 层和一个 Dense softmax 构成，其间可有归一化层和线性层。',
  ],
  'foreign-large': ['“{name}”无法成为这里的模型：{problem}。', '请在原来的程序里缩小它的网络，或选择另一个模型。'],
  'foreign-incomplete': [
    '“{name}”无法成为这里的模型：{problem}。',
    '请选择一个模型和它的全部文件：整个文件夹，或同时选中这些文件。',
  ],
  'foreign-unread': [
    '“{name}”无法成为这里的模型：{problem}。',
    '请用原来的程序打开并重新保存为 .keras、.h5 或 TensorFlow.js 的 LayersModel。',
  ],
  'foreign-alien': [
    '“{name}”无法成为这里的模型：{problem}。',
    '其他程序的模型可读取 .keras、.h5 和 TensorFlow.js 的 model.json；safetensors 和 ONNX 只能读取 Aesop 自己导出的。',
  ],
  'archive-damaged': ['无法导入压缩包“{name}”：{problem}。', '重新复制压缩包，或重新导出模型。'],
  'model-file-large': [
    '未导入模型“{id}”：{file} 有 {bytes} 字节，这样的模型最多为 {limit} 字节。',
    '请核实其来源，Aesop 不会写出这样的文件。',
  ],
  'model-symbols-many': ['未导入模型“{id}”：它有 {symbols} 个符号，最多为 {limit} 个。', '训练时设置词表上限。'],
  'model-space-short': ['存入模型“{name}”需要 {needed} MB 磁盘空间，目前只剩 {free} MB。', '腾出空间后重试。'],
  'vocabulary-wanted': [
    '模型“{name}”没有附带词表，不知道它的 {symbols} 个编号各是什么符号。',
    '请一并给出词表。在终端中：aesop import model.keras --vocabulary words.txt。',
  ],
  'vocabulary-misfit': [
    '词表“{file}”有 {found} 个符号，而模型“{name}”有 {symbols} 个。',
    '请给出这个模型训练时所用的词表。',
  ],
  'vocabulary-text-misfit': [
    '“{file}”有 {lines} 行、{characters} 种字符，而模型“{name}”有 {symbols} 个符号。',
    '请给出它的词表，每行一个符号；如果是按字符的模型，也可以给出它训练时所用的那份文本。',
  ],
  'vocabulary-skipped': [
    '模型“{name}”会跳过编号 0，而词表“{file}”的 0 号是“{symbol}”。',
    '请给出它训练时所用的词表：符号从 1 开始编号，或以 <pad> 开头。',
  ],
  'id-scale-wanted': [
    '模型“{name}”用一个数表示一个符号，但文件没有说明这个数是不是编号本身。',
    '请查看训练它的程序，再指定 --id-scale divided（n / 符号总数，教程大多如此）、centred（n / 符号总数 - 0.5）、minmax（n /（符号总数 - 1））、symmetric（同样缩放，但从 -1 到 1）或 plain；也可以给出它训练时所用的文本，由文本即可判定：--vocabulary text.txt。',
  ],
  'vocabulary-unfit': [
    '“{file}”不是词表：{problem}。',
    '请给出 vocabulary.json、列出符号或为符号编号的 JSON、表格，或每行一个符号的文本。',
  ],
  'archive-too-large': ['模型过大，无法存为单个压缩包：zip 文件最大 4 GB。', '请改为导出到文件夹。'],
  'target-exists': ['“{path}”已存在。', '换一个位置。没有覆盖任何内容。'],
  'export-exists': ['“{path}”已存在。', '换一个位置，或用 --force 替换先前的导出。没有覆盖任何内容。'],
  'target-holds-more': [
    '没有替换“{path}”：其中有“{name}”，导出的内容里没有它。',
    '换一个位置，或自行清空该文件夹。没有覆盖任何内容。',
  ],
  'export-run-missing': [
    '模型“{id}”无法导出为 {format}：它取自模型的训练，而那次训练已不在。',
    '可以导出为：{others}。',
  ],
  'export-gates': [
    '模型“{id}”无法导出为 {format}：它的门函数是 Hard Sigmoid，而这种格式没有这个函数。',
    '可以导出为：{others}。',
  ],
  'export-too-large': [
    '模型“{id}”太大，无法导出为 {format}：读取这种格式的程序只接受 2 GiB 以下的文件。',
    '可以导出为：{others}。',
  ],
  'unknown-word': [
    '模型不认识 {words}。',
    '相近的已知词：{nearest}。换用其中之一，或加上 --unknown keep：原样保留，按未知词来读。',
  ],
  'stand-in-unknown': [
    '不能把“{word}”读作“{as}”：模型也不认识“{as}”。',
    '换一个模型认识的词。相近的已知词：{nearest}。',
  ],
  'prompt-empty': ['开头是空的。', '至少写一个词作为开头。'],
  'prompt-long': ['开头有 {length} 个字符；最多读取 {limit} 个。', '只给出它的末尾：故事接着最后的文字往下讲。'],
} satisfies TranslatedErrors<typeof source>;
