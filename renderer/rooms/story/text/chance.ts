import type { Language } from '../../../../electron/contract/languages.ts';
import { formatPercent } from '../../../lib/format.ts';

/** A probability with as many digits as tell something: 38 %, 4.2 %, <0.1 %. */
export function formatChance(language: Language, probability: number): string {
  if (probability > 0 && probability < 0.0005) return `<${formatPercent(language, 0.001, 1)}`;
  return formatPercent(language, probability, probability < 0.0995 && probability > 0 ? 1 : 0);
}
