import type { Language } from '../../electron/contract/errors.ts';
import { ENGINE_SAID } from '../messages/zh/engine-said.ts';

/** A sentence or label of the engine in the language of the interface. */
export function engineSaid(language: Language, said: string): string {
  if (language === 'en') return said;
  for (const [pattern, chinese] of ENGINE_SAID) if (pattern.test(said)) return said.replace(pattern, chinese);
  // "label. reason", as the check of the engine puts it
  const parts = said.split(/(?<=[^\d])\. (?=[A-Z])/);
  return parts.length > 1 ? parts.map((part) => engineSaid(language, part)).join('。') : said;
}
