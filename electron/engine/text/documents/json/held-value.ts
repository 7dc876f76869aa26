import { parseBoundedJson } from '../../../../contract/bounded-json.ts';
import { DOCUMENT_LIMITS } from '../../../../contract/limits.ts';
import { endlessRow, unfitRow, type Called } from '../refusals.ts';

/** How deep one value may be unless it is said, and how many it may hold. */
const DEPTH = 64;
const MOST_VALUES = 1_000_000;

/** Values of a document that come in pieces, one after the other: each is read once it is whole. */
export class HeldValue {
  readonly #called: Called;
  readonly #bounds: Parameters<typeof parseBoundedJson>[1];
  #pieces: string[] = [];
  #length = 0;
  #number = 0;

  constructor(called: Called, depth = DEPTH) {
    this.#called = called;
    this.#bounds = { depth, values: MOST_VALUES };
  }

  /** Takes a piece of a value. @throws AesopError document-damaged where it is longer than any */
  readonly hold = (piece: string): void => {
    this.#length += piece.length;
    if (this.#length > DOCUMENT_LIMITS.record) throw endlessRow(this.#called, this.#number + 1);
    this.#pieces.push(piece);
  };

  /** The value that was held; undefined where nothing was but blanks. @throws AesopError document-damaged */
  take(): unknown {
    const text = this.#pieces.join('').trim();
    this.#pieces = [];
    this.#length = 0;
    this.#number++;
    if (!text) return undefined;
    try {
      return parseBoundedJson(text, this.#bounds);
    } catch (thrown) {
      throw unfitRow(this.#called, this.#number, String(thrown));
    }
  }

  /** What is thrown where the document ends within a value. */
  torn(): Error {
    return unfitRow(this.#called, this.#number + 1);
  }
}
