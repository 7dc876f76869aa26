import type { PlainError } from '../../electron/contract/errors.ts';
import { language, t } from './language.svelte.ts';

/** Message and hint of an error in the language of the interface. */
export const describeError = (error: PlainError) => language.translator.error(error);

/** Both as one text, parted as the language parts its sentences. */
export function sayError(error: PlainError): string {
  const { message, hint } = describeError(error);
  return t('common.sentences', { first: message, second: hint }).trimEnd();
}
