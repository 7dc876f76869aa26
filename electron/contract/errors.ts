import { z } from 'zod';
import { ERROR_TEXTS, type ErrorCode } from './error-texts.ts';

/** Languages that every text of the catalogue exists in. */
export type Language = 'en' | 'zh';

/** Values named by the `{placeholders}` of a catalogue text. */
export type ErrorValues = Record<string, string | number>;

/** An error as it crosses a process border: plain, complete and safe to show to a writer. */
export const plainErrorSchema = z.strictObject({
  code: z.string(),
  message: z.string(),
  hint: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number()])).default({}),
  detail: z.string().default(''),
});
export type PlainError = z.infer<typeof plainErrorSchema>;

/** Fills `{name}` in a catalogue text; numbers are grouped (1,115,394) and lose their noise digits. */
export function fillText(text: string, values: ErrorValues): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name];
    if (value === undefined) return whole;
    return typeof value === 'number' ? value.toLocaleString('en-US', { maximumSignificantDigits: 6 }) : value;
  });
}

/** Message and hint of `code` in `language`. */
export function errorText(code: ErrorCode, values: ErrorValues, language: Language = 'en') {
  const { message, hint } = ERROR_TEXTS[code][language];
  return { message: fillText(message, values), hint: fillText(hint, values) };
}

/** An expected failure: a code for programs, a sentence and a next step for people. */
export class AesopError extends Error {
  readonly code: ErrorCode;
  readonly hint: string;
  readonly values: ErrorValues;
  readonly detail: string;

  /**
   * @param code key of the catalogue
   * @param values what its placeholders stand for
   * @param detail technical lines, shown folded away
   */
  constructor(code: ErrorCode, values: ErrorValues = {}, detail = '') {
    const { message, hint } = errorText(code, values);
    super(message);
    this.name = 'AesopError';
    this.code = code;
    this.hint = hint;
    this.values = values;
    this.detail = detail;
  }
}

/** Any thrown value as a plain error; what the catalogue does not know becomes `internal`. */
export function toPlainError(thrown: unknown): PlainError {
  if (thrown instanceof AesopError) {
    const { code, message, hint, values, detail } = thrown;
    return { code, message, hint, values, detail };
  }
  const parsed = plainErrorSchema.safeParse(thrown);
  if (parsed.success) return parsed.data;
  const detail = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
  const system = thrown as { code?: string; path?: string };
  const path = system?.path ?? '';
  if (system?.code === 'ENOSPC') return toPlainError(new AesopError('disk-full', { path }, detail));
  if (system?.code === 'EACCES' || system?.code === 'EPERM' || system?.code === 'EROFS')
    return toPlainError(new AesopError('no-permission', { path }, detail));
  return toPlainError(new AesopError('internal', {}, detail));
}

/** A plain error that came over a border, as something to throw again. */
export function fromPlainError(error: PlainError): AesopError {
  const code = error.code in ERROR_TEXTS ? (error.code as ErrorCode) : 'internal';
  return new AesopError(code, error.values, error.detail);
}

export type { ErrorCode };
