import type { shortForm as source } from '../en/short-form.ts';
import type { Translated } from '../types.ts';

export const shortForm = {
  time: '学多久',
  quick: '快些',
  good: '适当',
  long: '久些',
  closeness: '离原文多近',
  freer: '自由些',
  balanced: '均衡',
  closer: '贴近些',
  preceding: '前 {count} 个',
  size: '网络大小',
  small: '小',
  fitting: '合适',
  large: '大',

  asProposed: '按此文本推荐。',
  quickReason: '{steps} 步，约读 {passes} 遍文本：够看出它学不学得会。',
  longReason: '{steps} 步，约读 {passes} 遍文本：到那时还拿不准的，再学也拿不准。',
  longKeptReason: '{steps} 步，约读 {passes} 遍文本。若开始死记，会保留其中最佳的检查点。',
  freerReason: '{preceding}能确定文本的 {share}：确定不了的地方，故事自己往下走。',
  closerReason: '{preceding}能确定文本的 {share}：故事会大段重复原文。',
  freerDropoutReason: '随机关闭 {share} 的信号，不让它死记：自己编的更多。',
  closerDropoutReason: '不关闭信号，也不留出验证部分：全文都学，最后可能整段熟记。',
  smallReason: '{layers} 层，每层 {units} 个单元：快，但记得少。',
  fittingReason: '文本有 {size}：{layers} 层、每层 {units} 个单元正合适。',
  largeReason: '{layers} 层，每层 {units} 个单元：记得多，学得慢。',
  largeShort: '更大的网络需要 {needed} GB 内存，本机共有 {memory} GB。',
} satisfies Translated<typeof source>;
