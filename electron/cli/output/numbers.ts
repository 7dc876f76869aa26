import { languageFacts } from '../../contract/languages.ts';
import type { TerminalTranslator } from '../../messages/terminal.ts';

const UNITS = ['B', 'kB', 'MB', 'GB', 'TB'];

/** Numbers, times and sizes as the language writes them. */
export interface Numbers {
  /** 1115394 → `1,115,394` */
  grouped(value: number): string;
  /** Share of 1 as `95.2 %`; `–` where it was not measured. */
  percent(share: number | null | undefined, digits?: number): string;
  /** A measured number with a fixed count of decimals; `–` where it was not measured. */
  decimal(value: number | null | undefined, digits: number): string;
  /** Bytes in the largest unit that keeps the number at 1 or above: `1.4 MB`. */
  bytes(value: number): string;
  /** Seconds as a person says them: `0.4 s`, `42 s`, `3 min 5 s`, `2 h 10 min`. */
  duration(seconds: number): string;
  /** `2.1 s left`, or nothing while it cannot be told. */
  timeLeft(seconds: number | null | undefined): string[];
  /** An ISO date as `2026-11-23 14:46`, in the zone of this machine. */
  date(iso: string): string;
}

/** The numbers of a language. */
export function numbersIn(translator: TerminalTranslator): Numbers {
  const { locale, percent: sign } = languageFacts(translator.language);
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });

  /** Rounded before it is written: `toFixed` knows the whole number, Intl only the shortest decimal that stands for it. */
  const fixed = (value: number, digits: number) =>
    Number(value.toFixed(digits)).toLocaleString(locale, {
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
      useGrouping: false,
    });

  const duration = (seconds: number): string => {
    if (seconds < 9.95) return translator.text('measures.seconds', { seconds: fixed(seconds, 1) });
    const rounded = Math.round(seconds);
    if (rounded < 60) return translator.text('measures.seconds', { seconds: rounded });
    if (rounded < 3600)
      return translator.text('measures.minutes', { minutes: Math.floor(rounded / 60), seconds: rounded % 60 });
    const minutes = Math.round(rounded / 60);
    return translator.text('measures.hours', { hours: String(Math.floor(minutes / 60)), minutes: minutes % 60 });
  };

  return {
    grouped: (value) => whole.format(Math.round(value)),
    percent: (share, digits = 1) => (share == null ? '–' : `${fixed(100 * share, digits)}${sign}`),
    decimal(value, digits) {
      if (value == null) return '–';
      return Math.abs(value) >= 1e6 ? value.toExponential(2) : fixed(value, digits);
    },
    bytes(value) {
      const step = Math.min(UNITS.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, value)) / 3)));
      const scaled = value / 1000 ** step;
      return `${step === 0 ? scaled : fixed(scaled, scaled < 10 ? 1 : 0)} ${UNITS[step]}`;
    },
    duration,
    timeLeft(seconds) {
      if (seconds == null || !Number.isFinite(seconds)) return [];
      return [translator.text('measures.left', { time: duration(seconds) })];
    },
    date(iso) {
      const date = new Date(iso);
      const two = (value: number) => String(value).padStart(2, '0');
      return translator.text('measures.date', {
        year: String(date.getFullYear()),
        month: two(date.getMonth() + 1),
        day: two(date.getDate()),
        hour: two(date.getHours()),
        minute: two(date.getMinutes()),
      });
    },
  };
}
