import type { Engine } from '../../../../electron/contract/run.ts';
import type { PageTranslator } from '../../../../electron/messages/page.ts';

/** One plain sentence: what training runs on, and why not on something better. */
export function engineSentence(translator: PageTranslator, { engine, device, reason }: Engine): string {
  const on = translator.text(device === 'gpu' ? 'machine.graphicsCard' : 'machine.processor');
  const said = translator.say(reason);
  if (engine === 'portable')
    return said ? translator.text('machine.portableBecause', { reason: said }) : translator.text('machine.portable');
  if (said) return translator.text('machine.runsOnBecause', { device: on, reason: said });
  return translator.text('machine.runsOn', { device: on });
}
