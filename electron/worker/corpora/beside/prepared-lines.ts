import type { StepFigures } from '../../../contract/preparation.ts';
import { createPreparation, type Preparation } from '../../../engine/text/preparation/index.ts';
import type { CutText } from '../../../engine/text/vocabulary/cut-text.ts';
import type { TokenizerSettings } from '../../../engine/text/vocabulary/vocabulary.ts';
import { WholeLines } from '../../../engine/text/whole-lines.ts';
import { LinesCut } from './lines-cut.ts';
import type { Asked } from './protocol.ts';

/** Prepares a text, and cuts what the other thread is not quick enough to cut. */
export class PreparedLines {
  readonly #preparation: Preparation;
  readonly #lines = new WholeLines();
  readonly #cut: LinesCut;

  constructor({ chosen, traits, waiting }: Omit<Extract<Asked, { kind: 'prepare' }>, 'kind'>) {
    this.#preparation = createPreparation(chosen, traits);
    this.#cut = new LinesCut(waiting);
  }

  cutBy(settings: TokenizerSettings): void {
    this.#cut.cutBy(settings);
  }

  take(piece: string): string | CutText {
    const waiting = this.#cut.count();
    const lines = this.#lines.take(this.#preparation.push(piece));
    const cut = this.#cut.cut(lines, waiting);
    return cut ? { text: lines.text, ...cut } : lines.text;
  }

  end(): { piece: string; result: StepFigures[] } {
    return { piece: this.#lines.end() + this.#preparation.end(), result: this.#preparation.figures() };
  }
}
