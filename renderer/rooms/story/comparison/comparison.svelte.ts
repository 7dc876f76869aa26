import { toPlainError, type PlainError } from '../../../../electron/contract/errors.ts';
import { cutText } from '../../../../electron/contract/limits.ts';
import { normalPrompt } from '../../../../electron/contract/read-words.ts';
import type { CopiedFromTexts } from '../../../../electron/contract/story.ts';
import { corpora } from '../../../state/corpora.svelte.ts';
import { stories } from '../../../state/stories.svelte.ts';
import { AROUND, segmentsOf, surrounded, type Segment, type Surrounded } from './segments.ts';

/** Characters of a passage that are compared, as many as a model reads at once; places that are shown. */
const MOST = 50_000;
const MOST_PLACES = 60;

/** A segment and, where it is copied, what stands there in the text. */
export interface Row extends Segment {
  readonly place?: Surrounded;
}

/** A passage beside the texts that its model learnt from: where it is new, where it copies. */
class Comparison {
  open = $state(false);
  #model = $state<string>();
  #found = $state.raw<CopiedFromTexts>();
  #rows = $state.raw<readonly Row[]>();
  #cut = $state(false);
  #error = $state.raw<PlainError>();
  #asked = 0;

  get model(): string | undefined {
    return this.#model;
  }
  /** what is copied, and the texts that it was compared with */
  get found(): CopiedFromTexts | undefined {
    return this.#found;
  }
  /** nothing while it is looked up */
  get rows(): readonly Row[] | undefined {
    return this.#rows;
  }
  /** only its beginning was compared */
  get cut(): boolean {
    return this.#cut;
  }
  get error(): PlainError | undefined {
    return this.#error;
  }

  /** Compares a text that a model told, and shows it. */
  async show(model: string, told: string): Promise<void> {
    const asked = ++this.#asked;
    [this.#model, this.#found, this.#rows, this.#error] = [model, undefined, undefined, undefined];
    const normal = normalPrompt(told.trim());
    this.#cut = normal.length > MOST;
    this.open = true;
    try {
      const text = cutText(normal, MOST);
      const symbols = await stories.prompt(model, text);
      const words = symbols.map((symbol) => symbol.text);
      const found = await stories.copied(model, words);
      const rows = await this.#placed(segmentsOf(text, symbols, found.spans));
      if (asked === this.#asked) [this.#found, this.#rows] = [found, rows];
    } catch (thrown) {
      if (asked === this.#asked) this.#error = toPlainError(thrown);
    }
  }

  async #placed(segments: readonly Segment[]): Promise<Row[]> {
    const rows: Row[] = [];
    let places = 0;
    for (const segment of segments) {
      const { span } = segment;
      if (!span || ++places > MOST_PLACES) {
        rows.push(segment);
        continue;
      }
      const from = Math.max(0, span.offset - AROUND);
      const length = span.offset - from + span.characters + AROUND;
      const { text } = await corpora.text(span.corpus, from, Math.max(1, length));
      rows.push({ ...segment, place: surrounded(text, from, span) });
    }
    return rows;
  }
}

export const comparison = new Comparison();
