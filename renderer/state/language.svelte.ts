import { SvelteMap } from 'svelte/reactivity';
import { languageFacts, matchLanguage, type Language } from '../../electron/contract/languages.ts';
import type { Said } from '../../electron/contract/message.ts';
import type { PageTables } from '../../electron/messages/en/page/index.ts';
import type { PageTranslator, TextKey } from '../../electron/messages/page.ts';
import type { ArgumentsOf } from '../../electron/messages/types.ts';
import * as format from '../lib/format.ts';
import { settings } from './settings.svelte.ts';

/** The language of the interface: the one chosen, or the system's. Until its texts are there, the one before is spoken. */
class LanguageState {
  #system = $state<string>(globalThis.navigator?.language ?? 'en');
  readonly #loaded = new SvelteMap<Language, PageTranslator>();
  #chosen = $derived(settings.value.language === 'system' ? matchLanguage([this.#system]) : settings.value.language);
  #spoken = $derived(this.#loaded.get(this.#chosen) ?? [...this.#loaded.values()].at(-1));

  /** The one wanted: to be loaded. */
  get chosen(): Language {
    return this.#chosen;
  }

  /** @throws Error before the first language is loaded */
  get translator(): PageTranslator {
    if (this.#spoken === undefined) throw new Error('No language is loaded.');
    return this.#spoken;
  }

  get current(): Language {
    return this.translator.language;
  }

  /** For the `lang` attribute, so that Chinese gets its own faces and line heights. */
  get tag(): string {
    return languageFacts(this.current).tag;
  }

  /** Where the host knows the system's language better than the browser does. */
  receiveSystem(locale: string): void {
    this.#system = locale;
  }

  /**
   * Takes the texts of a language, once.
   * @param texts where they come from
   */
  async load(language: Language, texts: (language: Language) => Promise<PageTranslator>): Promise<void> {
    if (!this.#loaded.has(language)) this.#loaded.set(language, await texts(language));
  }
}

export const language = new LanguageState();

/** A text in the language of the interface; reactive. */
export function t<Key extends TextKey>(key: Key, ...values: ArgumentsOf<PageTables['texts'], Key>): string {
  return language.translator.text(key, ...values);
}

/** A message that came as data, in the language of the interface; reactive. */
export const say = (said: Said): string => language.translator.say(said);

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
export const duration = (seconds: number) => format.formatDuration(language.translator, seconds);
/** 0:07, 1:02:33, for what runs; the same in every language */
export const clock = format.formatClock;
/** 21 Nov */
export const date = inLanguage<Formatters['formatDate']>(format.formatDate);
/** 21 Nov, 09:41 */
export const dateTime = inLanguage<Formatters['formatDateTime']>(format.formatDateTime);
/** 09:41 */
export const time = inLanguage<Formatters['formatTime']>(format.formatTime);
/** de → German */
export const languageName = (code: string) => format.formatLanguage(language.translator, code);
/** 5k, for axes; the same in every language */
export const compact = format.formatCompact;
