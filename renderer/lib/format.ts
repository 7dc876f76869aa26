import { languageFacts, type Language } from '../../electron/contract/languages.ts';
import { figure } from '../../electron/contract/message.ts';
import { durationText } from '../../electron/messages/duration.ts';
import { numberText } from '../../electron/messages/fill.ts';
import type { PageTranslator } from '../../electron/messages/page.ts';

const NARROW_SPACE = '\u202f';
const localeOf = (language: Language) => languageFacts(language).locale;
const numberFormats = new Map<string, Intl.NumberFormat>();

function numbers(language: Language, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = language + JSON.stringify(options);
  let format = numberFormats.get(key);
  if (!format) numberFormats.set(key, (format = new Intl.NumberFormat(localeOf(language), options)));
  return format;
}

/** 1,115,394 */
export const formatCount = (language: Language, value: number) =>
  numbers(language, { maximumFractionDigits: 0 }).format(value);

/** With so many digits after the point: 3.74. */
export const formatDecimal = (language: Language, value: number, digits = 2) =>
  numbers(language, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value);

/** A measured figure with three or four telling digits: 0.0213, 4.22, 68.3, 1,204. */
export function formatMeasure(language: Language, value: number): string {
  if (!Number.isFinite(value)) return '–';
  return numberText(figure(value), language);
}

/** For axes, with so many telling digits: 950, 5k, 1.2M. */
export function formatCompact(value: number, digits = 3): string {
  const size = Math.abs(value);
  const short = (divisor: number, unit: string) => `${Number((value / divisor).toPrecision(digits))}${unit}`;
  if (size >= 1e9) return short(1e9, 'G');
  if (size >= 1e6) return short(1e6, 'M');
  if (size >= 1e3) return short(1e3, 'k');
  return String(Number(value.toPrecision(digits)));
}

/** What ends a percentage. */
export const percentSign = (language: Language) => languageFacts(language).percent.replace(' ', NARROW_SPACE);

/** A share of 1 in per cent: 62 % in English, 62% in Chinese. */
export function formatPercent(language: Language, share: number, digits = 0): string {
  return formatDecimal(language, share * 100, digits) + percentSign(language);
}

/** Bytes in decimal units, as disks are sold: 1.1 MB. */
export function formatBytes(language: Language, bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  let power = 0;
  while (bytes >= 999.5 && power < units.length - 1) {
    bytes /= 1000;
    power++;
  }
  const digits = power === 0 || bytes >= 99.5 ? 0 : 1;
  return `${formatDecimal(language, bytes, digits)}\u00a0${units[power]}`;
}

/** 7 s, 4 min 50 s, 2 h 5 min, 3 d 4 h. */
export const formatDuration = (translator: PageTranslator, seconds: number): string =>
  durationText((key, values) => translator.text(key, values), seconds);

/** A clock that runs: 0:07, 12:10, 1:02:33. */
export function formatClock(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const two = (value: number) => String(value).padStart(2, '0');
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(whole % 60)}` : `${minutes}:${two(whole % 60)}`;
}

/** 21 Nov, with the year when it is another than this one. */
export function formatDate(language: Language, iso: string): string {
  const date = new Date(iso);
  const year = date.getFullYear() === new Date().getFullYear() ? undefined : 'numeric';
  return new Intl.DateTimeFormat(localeOf(language), { day: 'numeric', month: 'short', year }).format(date);
}

/** 21 Nov, 09:41 */
export function formatDateTime(language: Language, iso: string): string {
  const options = { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' } as const;
  return new Intl.DateTimeFormat(localeOf(language), options).format(new Date(iso));
}

/** 09:41 */
export function formatTime(language: Language, iso: string): string {
  const options = { hour: '2-digit', minute: '2-digit' } as const;
  return new Intl.DateTimeFormat(localeOf(language), options).format(new Date(iso));
}

/** A text's language in words of the interface: de → German. */
export function formatLanguage(translator: PageTranslator, code: string): string {
  if (code === 'und') return translator.text('common.languageUnknown');
  try {
    return new Intl.DisplayNames([localeOf(translator.language)], { type: 'language' }).of(code) ?? code;
  } catch {
    return code;
  }
}
