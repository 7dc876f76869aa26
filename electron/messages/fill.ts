import { languageFacts, type Language } from '../contract/languages.ts';
import { pluralForm } from './plurals.ts';
import type { Amount, Message, MessageValue, MessageValues } from './types.ts';

/** Share as a whole percentage, with one digit where it is near all or nothing: 98.1 %. */
function percentage(share: number, language: Language): string {
  const { locale, percent } = languageFacts(language);
  const value = 100 * share;
  const digits = value > 95 && value < 100 ? 1 : 0;
  const shown = Math.floor(value * 10 ** digits + 1e-9) / 10 ** digits;
  return shown.toLocaleString(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits }) + percent;
}

/** With three telling digits, zeros too: 2.90 beside 2.97 is as exact as that. Whole from 1,000 on. */
function figure(value: number, locale: string): string {
  const size = Math.abs(value);
  if (size === 0) return '0';
  if (size < 1e-3 || size >= 1e9) return value.toExponential(2);
  const telling = { minimumSignificantDigits: 3, maximumSignificantDigits: 3 };
  return value.toLocaleString(locale, size >= 1000 ? { maximumFractionDigits: 0 } : telling);
}

/** A number in the way of a language: whole ones grouped, others without digits of noise. */
export function numberText(value: number | Amount, language: Language): string {
  const { locale, percent } = languageFacts(language);
  const tenths = { minimumFractionDigits: 1, maximumFractionDigits: 1 };
  if (typeof value === 'number')
    return value.toLocaleString(locale, Number.isInteger(value) ? {} : { maximumSignificantDigits: 6 });
  const { amount, as } = value;
  if (as === 'percent') return percentage(amount, language);
  if (as === 'share') return (100 * amount).toLocaleString(locale, tenths) + percent;
  if (as === 'figure') return figure(amount, locale);
  if (as === 'tenths') return amount.toLocaleString(locale, tenths);
  return amount.toLocaleString(locale, { maximumSignificantDigits: Math.abs(amount) >= 100 ? 4 : 3 });
}

/** What is no number, such as a share, takes the last form. */
const form = (forms: readonly string[], value: MessageValue, locale: string): string =>
  typeof value === 'number' ? pluralForm(forms, value, locale) : forms[forms.length - 1];

/** How a language says what stands in for a placeholder. */
export interface Filling {
  readonly language: Language;
  say(message: Message): string;
  /** a text of somebody else's, to be shortened where it is long */
  quote(text: string): string;
}

/** A name in Latin letters stands apart from a Chinese word behind it: “Top-k 为”. */
const apart = (text: string, behind: string): string =>
  /\w$/.test(text) && /^\p{Script=Han}/u.test(behind) ? `${text} ` : text;

/**
 * A text with its braces filled: `{name}`; `{count:symbol|symbols}` takes the form of the number's plural category, in
 * the order of `pluralCategories`. A placeholder without a value stays as it is.
 */
export function fill(text: string, values: MessageValues, { language, say, quote }: Filling): string {
  return text.replace(/\{(\w+)(?::([^{}]*))?\}/g, (whole, name: string, forms: string | undefined, at: number) => {
    const value = Object.hasOwn(values, name) ? (values[name] as MessageValue | undefined) : undefined;
    if (value === undefined) return whole;
    if (forms !== undefined) return form(forms.split('|'), value, languageFacts(language).locale);
    if (typeof value === 'string') return apart(quote(value), text.slice(at + whole.length));
    return typeof value === 'object' && 'message' in value ? say(value) : numberText(value, language);
  });
}
