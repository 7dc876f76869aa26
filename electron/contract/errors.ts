import { z } from 'zod';
import { ERROR_PHRASES, type PhraseCode } from './error-phrases.ts';
import { ERROR_TEXTS, type ErrorCode } from './error-texts.ts';
import { cutText, fewTexts, LONGEST, shownText } from './limits.ts';
import { systemEntry } from './system-errors.ts';

/** Languages that every text of the catalogue exists in. */
export type Language = 'en' | 'zh';

const plainValueSchema = z.union([shownText(LONGEST.lines), z.number()]);

/** A part of a sentence that the catalogue holds in both languages, as it crosses a process border. */
const phraseSchema = z.strictObject({
  phrase: z.string().max(LONGEST.word),
  values: fewTexts(plainValueSchema).default({}),
});
export type Phrase = z.infer<typeof phraseSchema>;

/** Names a part of a sentence, for a placeholder whose words depend on the language. */
export function phrase(code: PhraseCode, values: Phrase['values'] = {}): Phrase {
  return { phrase: code, values };
}

/** Values named by the `{placeholders}` of a catalogue text. */
export type ErrorValues = Record<string, string | number | Phrase>;

/** An error as it crosses a process border: plain, complete and safe to show to a writer. */
export const plainErrorSchema = z.strictObject({
  code: z.string().max(LONGEST.word),
  message: shownText(LONGEST.lines),
  hint: shownText(LONGEST.lines),
  values: fewTexts(z.union([plainValueSchema, phraseSchema])).default({}),
  detail: shownText(LONGEST.lines).default(''),
});
export type PlainError = z.infer<typeof plainErrorSchema>;

/** The words of a phrase; its code where this program does not know it. */
export function phraseText({ phrase: code, values }: Phrase, language: Language = 'en'): string {
  if (!Object.hasOwn(ERROR_PHRASES, code)) return code;
  return fillText(ERROR_PHRASES[code as PhraseCode][language], values, language);
}

/** A value longer than this loses its middle in a sentence; the error's values hold more of it. */
const LONGEST_VALUE = 300;

function shortened(value: string): string {
  if (value.length <= LONGEST_VALUE) return value;
  const half = LONGEST_VALUE / 2;
  return `${value.slice(0, half)}…${value.slice(-half)}`.replace(/\p{Surrogate}/gu, '');
}

/** Fills `{name}` in a catalogue text; numbers are grouped (1,115,394) and lose their noise digits. */
function fillText(text: string, values: ErrorValues, language: Language): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (value === undefined) return whole;
    if (typeof value === 'object') return phraseText(value, language);
    return typeof value === 'number'
      ? value.toLocaleString('en-US', { maximumSignificantDigits: 6 })
      : shortened(value);
  });
}

/** Message and hint of `code` in `language`. */
export function errorText(code: ErrorCode, values: ErrorValues, language: Language = 'en') {
  const { message, hint } = ERROR_TEXTS[code][language];
  return { message: fillText(message, values, language), hint: fillText(hint, values, language) };
}

/** Values that cross every border: an error is told whatever was named in it, a path, a word, a whole prompt. */
function shownValues<V extends ErrorValues>(values: V): V {
  const shown = ([name, value]: [string, ErrorValues[string]]) => {
    if (typeof value === 'string') return [name, cutText(value, LONGEST.lines)];
    return [name, typeof value === 'object' ? { ...value, values: shownValues(value.values) } : value];
  };
  return Object.fromEntries(Object.entries(values).map(shown)) as V;
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
   * @param detail technical lines, shown folded away; very long ones are cut
   */
  constructor(code: ErrorCode, values: ErrorValues = {}, detail = '') {
    const shown = shownValues(values);
    const { message, hint } = errorText(code, shown);
    super(cutText(message, LONGEST.lines));
    this.name = 'AesopError';
    this.code = code;
    this.hint = cutText(hint, LONGEST.lines);
    this.values = shown;
    this.detail = cutText(detail, LONGEST.lines);
  }
}

/** Whether the catalogue has an entry of that name. */
export function isErrorCode(code: string): code is ErrorCode {
  return Object.hasOwn(ERROR_TEXTS, code);
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
  const values = { path: named === '' ? phrase('unnamed-file') : named };
  return new AesopError(
    entry,
    entry === 'system-refused' ? { ...values, code: String(code) } : values,
    detailOf(thrown),
  );
}

/** The technical lines of anything thrown. */
function detailOf(thrown: unknown): string {
  return thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
}

/** Any thrown value as a plain error; what the catalogue does not know becomes `internal`. */
export function toPlainError(thrown: unknown): PlainError {
  const known = thrown instanceof AesopError ? thrown : systemError(thrown);
  if (known) {
    const { code, message, hint, values, detail } = known;
    return { code, message, hint, values, detail };
  }
  const parsed = plainErrorSchema.safeParse(thrown);
  return parsed.success ? parsed.data : toPlainError(new AesopError('internal', {}, detailOf(thrown)));
}

/** A plain error that came over a border, as something to throw again. */
export function fromPlainError(error: PlainError): AesopError {
  return new AesopError(isErrorCode(error.code) ? error.code : 'internal', error.values, error.detail);
}

export type { ErrorCode };
