import type { DocumentKind } from '../../../contract/document.ts';
import type { Finding } from '../../../contract/preparation.ts';
import { Examination } from './examination.ts';
import { steps } from './steps.ts';

interface Traits {
  language: string;
  kind: DocumentKind;
}

/** Begins to look at a text of that language (ISO 639-1 or `und`) out of that kind of document. */
export const openExamination = (traits: Traits): Examination =>
  new Examination(
    steps.filter((step) => step.fits?.(traits.kind) ?? true),
    traits,
  );

/**
 * Looks at a normalised text once, in memory for a bounded stretch of it, for everything that a step could do to it. Of a
 * long text only a part is looked at, but for what is rare: places and characters are estimates then, of three digits, and
 * the figures of the preparation tell what they really are. Each step is looked for in what the steps before it leave,
 * where those are sure.
 * @returns findings in the order of the steps
 */
export async function examine(chunks: AsyncIterable<string> | Iterable<string>, traits: Traits): Promise<Finding[]> {
  const examination = openExamination(traits);
  for await (const chunk of chunks) examination.push(chunk);
  return examination.end();
}
