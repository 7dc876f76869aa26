import { message, type Said } from './message.ts';

/** The texts that come along, by their files in resources/corpora. */
export const sampleTexts = ['belling-the-cat', 'chinese-fables', 'tiny-shakespeare'] as const;

/**
 * What a text is called: one that came along by its name in the language in use, as long as nobody gave it another; any
 * other as its owner called it.
 */
export function textName({ name, origin }: { readonly name: string; readonly origin: string }): Said {
  const file = sampleTexts.find((each) => each === name.toLowerCase().replaceAll(' ', '-'));
  return origin === 'sample' && file ? message(`sampleTexts.${file}`) : name;
}
