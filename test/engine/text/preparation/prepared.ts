import type { DocumentKind } from '../../../../electron/contract/document.ts';
import type { ChosenStep, Finding, StepFigures } from '../../../../electron/contract/preparation.ts';
import { createPreparation, examine } from '../../../../electron/engine/text/preparation/index.ts';

const SETTINGS = { language: 'en', kind: 'text' } as const;

export const findingsOf = (text: string, kind: DocumentKind = 'text'): Promise<Finding[]> =>
  examine([text], { ...SETTINGS, kind });

/** A text after chosen steps, given in pieces that are cut at `cuts`. */
export function prepared(
  text: string,
  chosen: readonly ChosenStep[],
  cuts: readonly number[] = [],
  kind: DocumentKind = 'text',
): { text: string; figures: StepFigures[] } {
  const preparation = createPreparation(chosen, { ...SETTINGS, kind });
  const places = [0, ...cuts, text.length];
  let out = '';
  for (let at = 1; at < places.length; at++) out += preparation.push(text.slice(places[at - 1], places[at]));
  out += preparation.end();
  return { text: out, figures: preparation.figures() };
}

/** A text after what is proposed for it. */
export async function asProposed(text: string): Promise<{ text: string; steps: string[] }> {
  const sure = (await findingsOf(text)).filter((finding) => finding.sure);
  return {
    text: prepared(
      text,
      sure.map(({ step, plan }) => ({ step, plan })),
    ).text,
    steps: sure.map(({ step }) => step),
  };
}

/** A text after one step as its finding plans it, sure or not. */
export async function after(step: Finding['step'], text: string, options?: ChosenStep['options']): Promise<string> {
  const finding = (await findingsOf(text)).find((each) => each.step === step);
  return prepared(text, [{ step, plan: finding?.plan, options }]).text;
}

/** Lines of at most `width` characters, as a typesetter breaks a paragraph. */
export function wrap(paragraph: string, width: number, indent = ''): string {
  const lines = [indent];
  for (const word of paragraph.split(' ')) {
    const line = lines[lines.length - 1];
    const next = line.trim() === '' ? line + word : `${line} ${word}`;
    if (next.length <= width || line.trim() === '') lines[lines.length - 1] = next;
    else lines.push(word);
  }
  return lines.join('\n');
}
