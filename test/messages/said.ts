import { toPlainError } from '../../electron/contract/errors.ts';
import type { Said } from '../../electron/contract/message.ts';
import { english as inEnglish } from '../../electron/messages/english.ts';
import { Translator } from '../../electron/messages/translator.ts';
import { errors } from '../../electron/messages/zh/errors/index.ts';
import { shared } from '../../electron/messages/zh/shared.ts';

const inChinese = new Translator<{ texts: typeof shared; errors: typeof errors }>('zh', { texts: shared, errors });

/** What a person is told of anything thrown, or of an error that crossed a border. */
export const english = (thrown: unknown): { message: string; hint: string } => inEnglish.error(toPlainError(thrown));

/** The same in Chinese. */
export const chinese = (thrown: unknown): { message: string; hint: string } => inChinese.error(toPlainError(thrown));

/** What a person is told of what a piece of work throws. */
export function refusalOf(work: () => unknown): { message: string; hint: string } {
  try {
    work();
  } catch (thrown) {
    return english(thrown);
  }
  throw new Error('It was not refused.');
}

/** A message in both languages, as page, terminal and desktop say it. */
export const inBoth = (said: Said): { en: string; zh: string } => ({
  en: inEnglish.say(said),
  zh: inChinese.say(said),
});
