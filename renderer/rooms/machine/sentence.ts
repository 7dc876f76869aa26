import type { Engine } from '../../../electron/contract/run.ts';
import type { Language } from '../../../electron/contract/errors.ts';
import { translate } from '../../messages/translate.ts';

/** One plain sentence: what training runs on, and why not on something better. */
export function engineSentence(language: Language, { engine, device, reason }: Engine): string {
  const portable = engine === 'portable';
  const on = translate(language, device === 'gpu' ? 'machine.graphicsCard' : 'machine.processor');
  if (!reason) {
    return portable ? translate(language, 'machine.portable') : translate(language, 'machine.runsOn', { device: on });
  }
  const because = endSentence(reason, language);
  if (portable) return translate(language, 'machine.portableBecause', { reason: because });
  return translate(language, 'machine.runsOnBecause', { device: on, reason: because });
}

/** A reason as the end of a sentence: it may come with its full stop or without. */
function endSentence(reason: string, language: Language): string {
  const bare = reason.trim().replace(/[.。]$/, '');
  return bare + (language === 'zh' ? '。' : '.');
}
