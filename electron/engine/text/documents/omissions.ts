import type { Omitted, OmittedKind } from '../../../contract/document.ts';

/** Something that is left out, or holds several such things each of which is one. */
interface Passage {
  readonly kind: OmittedKind;
  /** it says something that was not counted yet */
  says: boolean;
  items: number;
  inItem: boolean;
}

/** Counts what is left out of a document: what says nothing is not counted. */
export class Omissions {
  readonly #counts = new Map<OmittedKind, number>();
  #passage: Passage | undefined;
  /** of what is hidden here and there in a line: the last that was counted, as long as nothing is seen behind it */
  #run: OmittedKind | undefined;

  add(kind: OmittedKind, count = 1): void {
    if (count > 0) this.#counts.set(kind, (this.#counts.get(kind) ?? 0) + count);
  }

  /** What is left out begins; undefined where it is none that anybody would miss. */
  begin(kind: OmittedKind | undefined): void {
    this.#passage = kind && { kind, says: false, items: 0, inItem: false };
  }

  /** Where many of a kind are left out together: one of them begins. */
  item(kind: OmittedKind): void {
    if (this.#passage?.kind === kind) this.#passage.inItem = true;
  }

  /** What it says, also piece by piece. */
  say(text: string): void {
    const passage = this.#passage;
    if (!passage || (passage.says && !passage.inItem) || !/\S/.test(text)) return;
    passage.says = true;
    if (passage.inItem) passage.items++;
    passage.inItem = false;
  }

  end(): void {
    const passage = this.#passage;
    this.#passage = undefined;
    if (passage?.says) this.add(passage.kind, Math.max(1, passage.items));
  }

  /** A piece of text is left out by its properties; with the pieces right before it, it is one passage. */
  piece(kind: OmittedKind, text: string): void {
    if (this.#run === kind || !/\S/.test(text)) return;
    this.#run = kind;
    this.add(kind);
  }

  /** Something is seen: what is hidden behind it is another passage. */
  seen(): void {
    this.#run = undefined;
  }

  /** What was left out so far, as a document's figures hold it. */
  get found(): { omitted?: Omitted } {
    return this.#counts.size > 0 ? { omitted: Object.fromEntries(this.#counts) } : {};
  }
}
