import type { exportHelp as help, exportLabel as label, exportOpens as opens } from '../en/exports.ts';
import type { Translated } from '../types.ts';

export const exportLabel = {
  html: '网页',
  tfjs: 'TensorFlow.js',
} satisfies Translated<typeof label>;

export const exportOpens = {
  html: '任何浏览器',
  tfjs: 'TensorFlow.js、Aesop',
} satisfies Translated<typeof opens>;

export const exportHelp = {
  html: '单个网页，无需网络就能讲故事。',
  tfjs: '供浏览器、Node 和另一台电脑上的 Aesop 使用的文件夹。',
} satisfies Translated<typeof help>;
