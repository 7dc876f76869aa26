import * as z from 'zod';
import { fileTokenSchema, idSchema, jobIdSchema, nameSchema } from '../common.ts';

export const byId = z.strictObject({ id: idSchema });
export const rename = z.strictObject({ id: idSchema, name: nameSchema });
export const job = z.strictObject({ job: jobIdSchema });
export const madeFile = z.strictObject({ file: fileTokenSchema, name: z.string(), bytes: z.int() });
/** A file that the studio made for the page to take away, or wrote where a person said. */
export type MadeFile = z.infer<typeof madeFile>;
/** A verb: what it is given, and what it answers. */
export const request = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O) => ({ input, output });
