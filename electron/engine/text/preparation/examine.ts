import type { DocumentKind } from '../../../contract/document.ts';
import type { Finding } from '../../../contract/preparation.ts';
import { Examination } from './examination.ts';
import { Selection } from './selection.ts';

/**
 * Looks at a normalised text once, in memory for a bounded stretch of it, for everything that a step could do to it. Of a
 * long text only a part is looked at, but for what is rare: places and characters are estimates then, of three digits, and
 * the figures of the preparation tell what they really are. Each step is looked for in what the steps before it leave,
 * where those are sure.
 * @param traits language (ISO 639-1 or `und`) and kind of document
 * @returns findings in the order of the steps
 */
export async function examine(
  chunks: AsyncIterable<string> | Iterable<string>,
  traits: { language: string; kind: DocumentKind },
): Promise<Finding[]> {
  const selection = new Selection(traits.kind);
  const examination = new Examination(traits);
  for await (const chunk of chunks) for (const block of selection.push(chunk)) examination.push(block);
  for (const block of selection.end()) examination.push(block);
  return examination.end();
}
