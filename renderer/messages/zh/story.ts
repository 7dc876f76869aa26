import type { story as source } from '../en/story.ts';
import type { Translated } from '../types.ts';

export const story = {
  empty: '还没有模型。先到工坊训练一个，再用它讲故事。',
} satisfies Translated<typeof source>;
