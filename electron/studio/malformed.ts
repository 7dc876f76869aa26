import type * as z from 'zod';
import { AesopError } from '../contract/errors.ts';
import { message } from '../contract/message.ts';

/** What is wrong with a request that its schema refused: the first field; all of it in the detail. */
export function malformed(name: string, error: z.ZodError): AesopError {
  const field = error.issues[0].path.join('.');
  const problem = field === '' ? message('phrases.input-unfit') : message('phrases.field-unfit', { field });
  return new AesopError('request-malformed', { name, problem }, error.message);
}
