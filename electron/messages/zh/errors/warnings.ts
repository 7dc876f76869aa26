import type { TranslatedErrors } from '../../types.ts';
import type { warnings as source } from '../../en/errors/warnings.ts';

export const warnings = {
  'part-of-text': ['{steps} 步只能读到文本的 {share}。', '增加步数，让它读完全文。'],
  'much-unknown': [
    '文本的 {share} 不在 {size} 个符号的词表中。',
    '这些会作为空缺来学，续写时从不出现。放宽词表或降低最低次数可保留更多。',
  ],
  'validation-small': ['验证部分只有 {predictions} 次预测。', '曲线会抖动得厉害：多留一些，或不留。'],
  'rate-high': ['学习率为 {learningRate}；{optimizer} 超过 {limit} 时通常会发散。', '若损失上升，将它降到三分之一。'],
  'disk-short': [
    '这次训练的检查点最多可能占用 {needed} MB，磁盘只剩 {free} MB。',
    '请清空回收站、删除旧的训练，或将工作区移到另一块磁盘（“本机”页）。磁盘写满时，训练会停在最后一个检查点，之后可以继续。',
  ],
  'not-fast-here': [
    '“快速”精度只有在带 AMX 的处理器上用 TensorFlow 才更快，在本机反而更慢。',
    '训练改用 float32 计算，其他不变。',
  ],
} satisfies TranslatedErrors<typeof source>;
