import type { DocumentKind } from '../../../contract/document.ts';
import type { Finding } from '../../../contract/preparation.ts';
import { openChain, type Link, type Settings } from './chain.ts';
import { LineReader } from './lines.ts';
import type { Line, Step } from './step.ts';
import { steps } from './steps.ts';

/** UTF-16 units by which it is judged which steps lead. */
const HEAD = 1 << 18;

/** @returns what a step found, undefined where there is nothing of its kind */
function finding({ step, stage, tally }: Link, characters: number): Finding | undefined {
  const found = stage.found();
  if (!found || tally.places === 0) return undefined;
  const { sure, facts, plan, share = tally.characters / Math.max(1, characters) } = found;
  return {
    step: step.name,
    sure,
    places: tally.places,
    characters: tally.characters,
    share: Math.min(1, share),
    examples: tally.examples,
    ...(facts && { facts }),
    ...(plan && { plan }),
  };
}

/** Looks at the beginning of a text, a step after the other, for those that are sure enough to lead in all of it. */
function leadersOf(head: string, fitting: readonly Step[], settings: Settings): Set<Step> {
  const leaders = new Set(fitting.filter(({ leads }) => leads === 'always'));
  let lines: Line[] = [];
  const reader = new LineReader((line) => lines.push(line));
  reader.push(head);
  reader.end();
  for (const step of fitting.filter(({ leads }) => leads)) {
    const left: Line[] = [];
    const { links, take, end } = openChain(
      [step],
      () => true,
      () => settings,
      (line) => left.push(line),
    );
    lines.forEach(take);
    end();
    const sure = links[0].stage.found()?.sure === true;
    if (sure) leaders.add(step);
    if (leaders.has(step)) lines = left;
  }
  return leaders;
}

/**
 * Looks at a normalised text once, in memory for a bounded stretch of it, for everything that a step could do to it.
 * Each is looked for in what the steps before it leave, where those are sure.
 * @param settings language (ISO 639-1 or `und`) and kind of document
 * @returns findings in the order of the steps
 */
export async function examine(
  chunks: AsyncIterable<string> | Iterable<string>,
  settings: { language: string; kind: DocumentKind },
): Promise<Finding[]> {
  const fitting = steps.filter((step) => step.fits?.(settings.kind) ?? true);
  let head = '';
  let characters = 0;
  let chain: ReturnType<typeof openChain> | undefined;
  let reader: LineReader | undefined;
  const start = () => {
    // the last line of the head may be half a line, which is all the same to a judgement of so many
    const leaders = leadersOf(head.slice(0, HEAD), fitting, settings);
    chain = openChain(
      fitting,
      (step) => leaders.has(step),
      () => settings,
    );
    reader = new LineReader(chain.take);
    reader.push(head);
    head = '';
  };
  for await (const chunk of chunks) {
    characters += chunk.length;
    if (reader) reader.push(chunk);
    else {
      head += chunk;
      if (head.length >= HEAD) start();
    }
  }
  if (!reader) start();
  reader?.end();
  chain?.end();
  return (chain?.links ?? []).map((link) => finding(link, characters)).filter((found) => found !== undefined);
}
