import type { DocumentKind } from '../../../contract/document.ts';
import type { ChosenStep, StepFigures } from '../../../contract/preparation.ts';
import { openChain } from './chain.ts';
import { LineReader, LineWriter } from './lines.ts';
import { steps } from './steps.ts';

/** A text being prepared, piece by piece: what comes out, joined, is the same wherever the pieces were cut. */
export interface Preparation {
  /** @returns what later pieces can no longer change */
  push(piece: string): string;
  end(): string;
  /** what each step did so far, in the order of the steps */
  figures(): StepFigures[];
}

/**
 * Does chosen steps to a normalised text, in their own order, in memory for a bounded stretch of it.
 * @param chosen at most once each, with the plan of their finding in the same text
 */
export function createPreparation(
  chosen: readonly ChosenStep[],
  settings: { language: string; kind: DocumentKind } = { language: 'und', kind: 'text' },
): Preparation {
  const wishes = new Map(chosen.map((wish) => [wish.step, wish]));
  const writer = new LineWriter();
  const { links, take, end } = openChain(
    steps.filter(({ name }) => wishes.has(name)),
    () => true,
    ({ name }) => ({ ...settings, plan: wishes.get(name)?.plan ?? {}, options: wishes.get(name)?.options }),
    writer.take,
  );
  const reader = new LineReader(take);
  return {
    push(piece) {
      reader.push(piece);
      return writer.taken();
    },
    end() {
      const ended = reader.end();
      end();
      return writer.end(ended);
    },
    figures: () =>
      links.map(({ step, tally }) => ({ step: step.name, places: tally.places, characters: tally.characters })),
  };
}
