import * as z from 'zod';
import type { errors } from '../messages/en/errors/index.ts';
import type { ValuesOf } from '../messages/types.ts';
import { cutText, fewTexts, LONGEST, shownText } from './limits.ts';
import { message, messageValueSchema, type MessageValue, type MessageValues } from './message.ts';
import { systemEntry } from './system-errors.ts';

type Catalogue = typeof errors;
/** Entries of the catalogue of errors; their sentences are in electron/messages. */
export type ErrorCode = keyof Catalogue;

/** The values that message and hint of an error ask for. */
export type ErrorValues<Code extends ErrorCode> = ValuesOf<Catalogue[Code][number]>;
type Rest<Code extends ErrorCode> = [keyof ErrorValues<Code>] extends [never]
  ? [values?: Record<string, never>, detail?: string]
  : [values: ErrorValues<Code>, detail?: string];

/** An error as it crosses a process border: which one it is, and what a person who reports it may add. */
export const plainErrorSchema = z.strictObject({
  code: z.string().max(LONGEST.word),
  values: fewTexts(messageValueSchema).default({}),
  detail: shownText(LONGEST.lines).default(''),
  /** in English, as they were written down before errors were said where they are shown */
  message: shownText(LONGEST.lines).optional(),
  hint: shownText(LONGEST.lines).optional(),
});
export type PlainError = z.infer<typeof plainErrorSchema>;

/** Values that cross every border: an error is told whatever was named in it, a path, a word, a whole prompt. */
function shownValues(values: MessageValues): Record<string, MessageValue> {
  const shown = (value: MessageValue): MessageValue => {
    if (typeof value === 'string') return cutText(value, LONGEST.lines);
    return typeof value === 'object' && 'message' in value ? { ...value, values: shownValues(value.values) } : value;
  };
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, shown(value)]));
}

/** An expected failure: a code of the catalogue and the values of its sentences. Its own message is for logs. */
export class AesopError<Code extends ErrorCode = ErrorCode> extends Error {
  readonly code: Code;
  readonly values: Record<string, MessageValue>;
  readonly detail: string;

  /**
   * @param code key of the catalogue
   * @param rest what the placeholders of its sentences stand for; technical lines, shown folded away, cut where very long
   */
  constructor(code: Code, ...[values = {}, detail = '']: Rest<Code>) {
    const shown = shownValues(values);
    super(cutText(`${code} ${JSON.stringify(shown)}`, LONGEST.lines));
    this.name = 'AesopError';
    this.code = code;
    this.values = shown;
    this.detail = cutText(detail, LONGEST.lines);
  }
}

/**
 * What the system said of a file or folder, in the words of the catalogue; nothing where it was not the system that spoke.
 * @param path to be named in place of the system's own, which may be a temporary one
 */
export function systemError(thrown: unknown, path?: string): AesopError | undefined {
  const { code, path: own } = (thrown ?? {}) as { code?: unknown; path?: unknown };
  const named = path ?? (typeof own === 'string' ? own : '');
  const entry = systemEntry(code, named);
  if (entry === undefined) return undefined;
  const shown = named === '' ? message('phrases.unnamed-file') : named;
  if (entry === 'system-refused') return new AesopError(entry, { path: shown, code: String(code) }, detailOf(thrown));
  return new AesopError(entry, { path: shown }, detailOf(thrown));
}

/** The technical lines of anything thrown. */
function detailOf(thrown: unknown): string {
  return thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
}

/** Any thrown value as a plain error; what the catalogue does not know becomes `internal`. */
export function toPlainError(thrown: unknown): PlainError {
  const known = thrown instanceof AesopError ? thrown : systemError(thrown);
  if (known) {
    const { code, values, detail } = known;
    return { code, values, detail };
  }
  const parsed = plainErrorSchema.safeParse(thrown);
  return parsed.success ? parsed.data : toPlainError(new AesopError('internal', {}, detailOf(thrown)));
}

/** A plain error that came over a border, as something to throw again; of another version, it may have a code of its own. */
export function fromPlainError({ code, values, detail }: PlainError): AesopError {
  return new AesopError(code as ErrorCode, values as ErrorValues<ErrorCode>, detail);
}
