import type { storyteller as source } from '../../en/page/storyteller.ts';
import type { Translated } from '../../types.ts';

export const storyteller = {
  title: '讲故事的网页',
  opening: '正在打开模型',
  language: '语言',
  light: '浅色外观',
  dark: '深色外观',
  about: '“{name}”学自“{corpus}”。一切都在本网页中：无需网络，你写的内容也不会离开这里。',
  aboutForeign: '“{name}”从 {file} 导入。一切都在本网页中：无需网络，你写的内容也不会离开这里。',
} satisfies Translated<typeof source>;
