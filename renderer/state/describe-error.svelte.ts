import { errorText, isErrorCode, type PlainError } from '../../electron/contract/errors.ts';
import { language } from './language.svelte.ts';

/** Message and hint of an error in the language of the interface; as it came where the catalogue lacks its code. */
export function describeError(error: PlainError): { message: string; hint: string } {
  if (!isErrorCode(error.code)) return { message: error.message, hint: error.hint };
  return errorText(error.code, error.values, language.current);
}
