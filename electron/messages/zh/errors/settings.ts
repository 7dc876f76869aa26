import type { TranslatedErrors } from '../../types.ts';
import type { settings as source } from '../../en/errors/settings.ts';

export const settings = {
  'setting-unknown': ['没有名为“{name}”的设置。', '是否指 {suggestion}？'],
  'setting-kind': ['{name} 为“{value}”，应为{kind}。', '可取 {range}。'],
  'setting-range': ['{name} 为 {value}，应为 {range}。', '请改用符合要求的值。'],
  'words-none': ['{name} 为空。', '可取 {range}。'],
  'words-long': ['{name} 有 {count} 个字符。', '可取 {range}。'],
  'setting-conflict': ['{other} 时，{name} 不能为 {value}。', '{advice}'],
  'preset-unknown': ['没有名为“{preset}”的预设。', '可用预设：{known}。'],
  'minimum-count-high': [
    '最低次数为 {minimumCount} 时，{distinct} 种符号只剩 {left} 种：出现次数居第二的符号只出现 {most} 次。',
    '最高可设为 {most}。',
  ],
  'vocabulary-limit-low': [
    '词表上限为 1 时，{distinct} 种符号只剩一种，没有可预测的内容。',
    '设为 2 或更大，或设为 0 保留全部。',
  ],
  'memory-short': ['此次训练需要 {needed} GB 内存，目前只剩 {free} GB。', '批大小改为 {batchSize} 时只需 {less} GB。'],
  'memory-short-network': [
    '此次训练需要 {needed} GB 内存，目前只剩 {free} GB。',
    '减少单元数或层数、缩小词表，或关闭其他程序。',
  ],
  'card-memory-short': [
    '此次训练需要 {needed} GB 显存，显卡共有 {total} GB，可用 {free} GB。',
    '批大小改为 {batchSize} 时只需 {less} GB。也可以用处理器训练（“本机”页，或 --device cpu）。',
  ],
  'card-memory-short-network': [
    '此次训练需要 {needed} GB 显存，显卡共有 {total} GB，可用 {free} GB。',
    '减少单元数或层数、缩小词表，或用处理器训练（“本机”页，或 --device cpu）。',
  ],
  'card-memory-full': [
    '显卡显存已满：{wanted}放不进{room}。',
    '新建训练、批大小改为 {batchSize} 时只需 {less} GB。此次训练可从最后的检查点继续：改用处理器（“本机”页，或 --device cpu），或等其他程序让出显卡。',
  ],
  'card-memory-full-network': [
    '显卡显存已满：{wanted}放不进{room}。',
    '新建训练，并减少单元数或层数，或缩小词表。此次训练可从最后的检查点继续：改用处理器（“本机”页，或 --device cpu），或等其他程序让出显卡。',
  ],
  'memory-full': [
    '内存已满：{wanted}放不进{room}。',
    '新建训练、批大小改为 {batchSize} 时只需 {less} GB。关闭其他程序后，此次训练可从最后的检查点继续。',
  ],
  'memory-full-network': [
    '内存已满：{wanted}放不进{room}。',
    '新建训练，并减少单元数或层数，或缩小词表。关闭其他程序后，此次训练可从最后的检查点继续。',
  ],
  'engine-memory-full': [
    '便携引擎已占用 {used} GB 内存，无法再取得 {needed} GB；它最多可用 4 GB。',
    '减小批大小、减少单元数或层数、缩小词表，或关闭其他程序。',
  ],
} satisfies TranslatedErrors<typeof source>;
