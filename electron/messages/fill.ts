import { languageFacts, type Language } from '../contract/languages.ts';
import type { Amount, Message, MessageValue, MessageValues } from './types.ts';

/** The order in which a text gives its forms, as the Unicode CLDR lists the categories of a language. */
const CATEGORIES: readonly Intl.LDMLPluralRule[] = ['zero', 'one', 'two', 'few', 'many', 'other'];
const rules = new Map<Language, { select: Intl.PluralRules; order: readonly Intl.LDMLPluralRule[] }>();

function rulesOf(language: Language) {
  let known = rules.get(language);
  if (known === undefined) {
    const select = new Intl.PluralRules(languageFacts(language).locale);
    const { pluralCategories } = select.resolvedOptions();
    rules.set(language, (known = { select, order: CATEGORIES.filter((each) => pluralCategories.includes(each)) }));
  }
  return known;
}

/** Plural categories of a language, in the order in which its texts give the forms: one and other in English. */
export const pluralCategories = (language: Language): readonly Intl.LDMLPluralRule[] => rulesOf(language).order;

function form(forms: readonly string[], value: MessageValue, language: Language): string {
  const { select, order } = rulesOf(language);
  const wanted = typeof value === 'number' ? order.indexOf(select.select(value)) : forms.length;
  return forms[Math.min(wanted, forms.length - 1)];
}

/** Share as a whole percentage, with one digit where it is near all or nothing: 98.1 %. */
function percentage(share: number, language: Language): string {
  const { locale, percent } = languageFacts(language);
  const value = 100 * share;
  const digits = value > 95 && value < 100 ? 1 : 0;
  const shown = Math.floor(value * 10 ** digits + 1e-9) / 10 ** digits;
  return shown.toLocaleString(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits }) + percent;
}

/** A number in the way of a language: whole ones grouped, others without digits of noise. */
export function numberText(value: number | Amount, language: Language): string {
  const { locale } = languageFacts(language);
  if (typeof value === 'number')
    return value.toLocaleString(locale, Number.isInteger(value) ? {} : { maximumSignificantDigits: 6 });
  const { amount, as } = value;
  if (as === 'percent') return percentage(amount, language);
  if (as === 'tenths') return amount.toLocaleString(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  return amount.toLocaleString(locale, { maximumSignificantDigits: Math.abs(amount) >= 100 ? 4 : 3 });
}

/** How a language says what stands in for a placeholder. */
export interface Filling {
  readonly language: Language;
  say(message: Message): string;
  /** a text of somebody else's, to be shortened where it is long */
  quote(text: string): string;
}

/**
 * A text with its braces filled: `{name}`; `{count:symbol|symbols}` takes the form of the number's plural category, in
 * the order of `pluralCategories`. A placeholder without a value stays as it is.
 */
export function fill(text: string, values: MessageValues, { language, say, quote }: Filling): string {
  return text.replace(/\{(\w+)(?::([^{}]*))?\}/g, (whole, name: string, forms?: string) => {
    const value = Object.hasOwn(values, name) ? (values[name] as MessageValue | undefined) : undefined;
    if (value === undefined) return whole;
    if (forms !== undefined) return form(forms.split('|'), value, language);
    if (typeof value === 'string') return quote(value);
    return typeof value === 'object' && 'message' in value ? say(value) : numberText(value, language);
  });
}
