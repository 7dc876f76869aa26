import { languageFacts, type Language } from '../../../contract/languages.ts';
import { figure, percent, share } from '../../../contract/message.ts';
import { durationText } from '../../../messages/duration.ts';
import { numberText } from '../../../messages/fill.ts';
import { loadReport, type ReportTranslator } from '../../../messages/report.ts';

/** Sentences, numbers and dates of a report in one language. */
export interface Speech {
  readonly language: Language;
  readonly t: ReportTranslator['text'];
  readonly say: ReportTranslator['say'];
  /** 1,115,394; 0.005 */
  count(value: number): string;
  /** 0.0213, 4.22; `–` where it was not measured */
  measure(value: number | null | undefined): string;
  /** 98.6 %; `–` where it was not measured */
  share(value: number | null | undefined): string;
  /** 62 % */
  percent(value: number): string;
  duration(seconds: number): string;
  date(iso: string): string;
}

const NONE = '–';

export async function speechIn(language: Language): Promise<Speech> {
  const translator = await loadReport(language);
  const { locale } = languageFacts(language);
  const dates = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short' });
  const t: Speech['t'] = (key, ...values) => translator.text(key, ...values);
  return {
    language,
    t,
    say: (said) => translator.say(said),
    count: (value) => numberText(value, language),
    measure: (value) => (value == null || !Number.isFinite(value) ? NONE : numberText(figure(value), language)),
    share: (value) => (value == null || !Number.isFinite(value) ? NONE : numberText(share(value), language)),
    percent: (value) => numberText(percent(value), language),
    duration: (seconds) => durationText(t, seconds),
    date: (iso) => dates.format(new Date(iso)),
  };
}
