import type { Language } from '../../electron/contract/errors.ts';
import * as format from '../lib/format.ts';
import { translate, type MessageArguments, type MessageKey } from '../messages/translate.ts';
import { settings } from './settings.svelte.ts';

/** The language of the interface: the one chosen, or the system's. */
class LanguageState {
  #system = $state<string>(globalThis.navigator?.language ?? 'en');
  #current = $derived<Language>(this.#choose());

  #choose(): Language {
    const chosen = settings.value.language;
    if (chosen !== 'system') return chosen;
    return this.#system.toLowerCase().startsWith('zh') ? 'zh' : 'en';
  }

  get current(): Language {
    return this.#current;
  }

  /** For the `lang` attribute, so that Chinese gets its own faces and line heights. */
  get tag(): string {
    return this.#current === 'zh' ? 'zh-Hans' : 'en';
  }

  /** Where the host knows the system's language better than the browser does. */
  receiveSystem(locale: string): void {
    this.#system = locale;
  }
}

export const language = new LanguageState();

/** A text in the language of the interface; reactive. */
export function t<Key extends MessageKey>(key: Key, ...values: MessageArguments<Key>): string {
  return translate(language.current, key, ...values);
}

type Formatters = typeof format;
type Tail<F> = F extends (language: Language, ...rest: infer R) => string ? (...rest: R) => string : never;
const inLanguage = <F extends (language: Language, ...rest: never[]) => string>(formatter: F) =>
  ((...rest: never[]) => formatter(language.current, ...rest)) as Tail<F>;

/** 1,115,394 */
export const count = inLanguage<Formatters['formatCount']>(format.formatCount);
/** 3.74, with so many digits after the point */
export const decimal = inLanguage<Formatters['formatDecimal']>(format.formatDecimal);
/** 0.0213, 4.22, 68.3, 1,204 */
export const measure = inLanguage<Formatters['formatMeasure']>(format.formatMeasure);
/** a share of 1 as 62 % */
export const percent = inLanguage<Formatters['formatPercent']>(format.formatPercent);
/** 1.1 MB */
export const bytes = inLanguage<Formatters['formatBytes']>(format.formatBytes);
/** 4 min 50 s */
export const duration = inLanguage<Formatters['formatDuration']>(format.formatDuration);
/** 21 Nov */
export const date = inLanguage<Formatters['formatDate']>(format.formatDate);
/** 21 Nov, 09:41 */
export const dateTime = inLanguage<Formatters['formatDateTime']>(format.formatDateTime);
/** 09:41 */
export const time = inLanguage<Formatters['formatTime']>(format.formatTime);
/** de → German */
export const languageName = inLanguage<Formatters['formatLanguage']>(format.formatLanguage);
/** 5k, for axes; the same in both languages */
export const compact = format.formatCompact;
