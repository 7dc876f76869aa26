import type { PlainError } from '../../electron/contract/errors.ts';
import { language } from './language.svelte.ts';

/** Message and hint of an error in the language of the interface. */
export const describeError = (error: PlainError) => language.translator.error(error);
