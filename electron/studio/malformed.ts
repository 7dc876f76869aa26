import type { z } from 'zod';
import { AesopError } from '../contract/errors.ts';

/** What is wrong with a request that its schema refused: the first field, and how. */
export function malformed(name: string, error: z.ZodError): AesopError {
  const [{ path, message }] = error.issues;
  const problem = [path.join('.'), message].filter(Boolean).join(': ');
  return new AesopError('request-malformed', { name, problem }, error.message);
}
