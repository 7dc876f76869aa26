import type { Language } from '../../../../electron/contract/errors.ts';
import type { Engine } from '../../../../electron/contract/run.ts';
import { engineSaid } from '../../../lib/engine-said.ts';
import { translate } from '../../../messages/translate.ts';

/** One plain sentence: what training runs on, and why not on something better. */
export function engineSentence(language: Language, { engine, device, reason }: Engine): string {
  const portable = engine === 'portable';
  const on = translate(language, device === 'gpu' ? 'machine.graphicsCard' : 'machine.processor');
  if (!reason) {
    return portable ? translate(language, 'machine.portable') : translate(language, 'machine.runsOn', { device: on });
  }
  const because = asClause(engineSaid(language, reason), language);
  if (portable) return translate(language, 'machine.portableBecause', { reason: because });
  return translate(language, 'machine.runsOnBecause', { device: on, reason: because });
}

/** A sentence as the end of another: without its capital, with one full stop. */
function asClause(sentence: string, language: Language): string {
  const bare = sentence.trim().replace(/[.。]$/, '');
  const small = bare.replace(/^(The|No|This|An?)\b/, (word) => word.toLowerCase());
  if (language === 'en') return `${small}.`;
  // a space between Chinese and Latin letters, as everywhere else
  return `${/^[A-Za-z]/.test(small) ? ' ' : ''}${small}。`;
}
