import * as z from 'zod';
import { LONGEST } from './limits.ts';

/**
 * Name of a thing in the workspace: also its folder, hence never a path. Letters of every script, so that it can be read
 * by whoever named the thing, but small ones alone and in one form of Unicode, since some file systems tell neither
 * apart; nothing that a shell or an address takes for a sign of its own, or that cannot be seen. At most 240 bytes.
 */
export const idSchema = z
  .string()
  // what is longer is not looked at
  .max(80, { abort: true })
  .normalize('NFC')
  .regex(/^(?![._\-\p{M}])(?:(?!\p{DI})[\p{Ll}\p{Lm}\p{Lo}\p{M}\p{Nd}〇._-])+$/u);

/** The id that a person typed, in whichever form of Unicode; undefined where it can be none. */
export const readId = (typed: string): string | undefined => idSchema.safeParse(typed).data;

/** Handle of a file that the trusted side granted; the page never sees or sends a path. */
export const fileTokenSchema = z.string().regex(/^file_[A-Za-z0-9_-]{16,64}$/);

/** Handle of a long job: its progress and its one end come as events. */
export const jobIdSchema = z.string().regex(/^job_[A-Za-z0-9_-]{6,64}$/);

export const nameSchema = z.string().trim().min(1).max(LONGEST.name);

/** As much of a text as a name may hold, no character torn; `otherwise` where nothing of it is to be seen. */
export function nameOf(text: string, otherwise: string): string {
  const torn = /[\uD800-\uDBFF]$/;
  return text.trim().slice(0, LONGEST.name).replace(torn, '').trim() || otherwise;
}

/** ISO 8601 in UTC. */
export const dateSchema = z.iso.datetime();

export const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/);

/** A measured number; what could not be measured is null, so that it survives JSON. */
export const measureSchema = z.number().nullable();

export const nothingSchema = z.strictObject({});
