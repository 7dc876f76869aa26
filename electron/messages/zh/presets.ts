import type { Translated } from '../types.ts';
import type * as source from '../en/presets.ts';

export const presetLabel = {
  fable: '寓言',
  novel: '长篇',
  characters: '逐字符',
  'article-1x512': '教程，1 层',
  'article-2x512': '教程，2 层',
} satisfies Translated<typeof source.presetLabel>;

export const presetHelp = {
  fable: '短文，几秒钟便能背下来。',
  novel: '整本书，按词学习，记忆贯穿全文。',
  characters: '逐字符学习：连拼写也自己学会，适合任何语言。',
  'article-1x512': '《LSTM by Example using TensorFlow》原样：1 层 512 个单元，50,000 步。',
  'article-2x512': '《LSTM by Example using TensorFlow》原样：2 层 512 个单元，50,000 步。',
} satisfies Translated<typeof source.presetHelp>;
