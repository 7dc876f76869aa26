import type { errors as source } from '../en/errors.ts';
import type { Translated } from '../types.ts';

export const errors = {
  details: '详细信息',
  copyReport: '复制报告',
  unknown: '出错了。',
} satisfies Translated<typeof source>;
