const [QUOTE, ESCAPE, OBJECT, ENDS_OBJECT, LIST, ENDS_LIST, COMMA, COLON] = Array.from('"\\{}[],:', (sign) =>
  sign.charCodeAt(0),
);
/** Objects and lists in one another that are walked into; what lies deeper is passed over. */
const DEPTH = 8;
/** UTF-16 units of a key that are looked at. */
const LONGEST_KEY = 200;

/** What walking through a JSON document tells. A path is the keys by which a value is reached; `[]` stands for each of a list. */
export interface JsonWalk {
  /**
   * Whether a value is told whole; an object or a list that is not is walked into.
   * @param depth objects and lists that it stands in
   */
  takes(path: string, depth: number): boolean;
  /** A piece of a value that is taken. */
  piece(path: string, piece: string): void;
  /** A value that is taken is all there. */
  ended(path: string): void;
  /** A list begins that is walked into. @param path of what stands in it */
  opens?(path: string): void;
  /** numbers, true, false and null are taken, too */
  readonly scalars?: true;
}

interface Frame {
  /** that of what stands in a list, or what the keys of an object stand behind */
  readonly path: string;
  readonly isList: boolean;
  key: string;
  awaitsKey: boolean;
}

const isBlank = (unit: number) => unit === 32 || (unit >= 9 && unit <= 13);

/** Walks through JSON that comes in pieces, one document or a document a line, in memory for the keys that lead to where it stands. */
export class Json {
  readonly #walk: JsonWalk;
  readonly #frames: Frame[] = [];
  /** where the value stands that is taken or passed over, and how many objects and lists are open in it; 0 in a text or a number */
  #taken: string | undefined;
  #depth = 0;
  #isScalar = false;
  #isTold = false;
  #inText = false;
  #escaped = false;
  #inKey = false;

  constructor(walk: JsonWalk) {
    this.#walk = walk;
  }

  /** Whether a value that is taken is not all there. */
  get isOpen(): boolean {
    return this.#taken !== undefined && this.#isTold && !this.#isScalar;
  }

  push(piece: string): void {
    let from = 0;
    const give = (end: number) => {
      if (this.#taken !== undefined && this.#isTold && end > from)
        this.#walk.piece(this.#taken, piece.slice(from, end));
    };
    for (let at = 0; at < piece.length; at++) {
      const unit = piece.charCodeAt(at);
      if (this.#inText && !this.#inKey) {
        at = this.#textEnd(piece, at);
        if (at === piece.length) break;
        if (this.#taken !== undefined && this.#depth === 0) {
          give(at + 1);
          this.#end();
        }
      } else if (this.#inText) {
        if (this.#goOn(unit)) this.#addToKey(piece[at]);
      } else if (this.#taken === undefined) {
        this.#outside(unit);
        if (this.#taken !== undefined) from = at;
      } else if (this.#isScalar) {
        if (unit !== COMMA && unit !== ENDS_OBJECT && unit !== ENDS_LIST && !isBlank(unit)) continue;
        give(at);
        this.#end();
        this.#outside(unit);
      } else if (unit === QUOTE) this.#inText = true;
      else if (unit === OBJECT || unit === LIST) this.#depth++;
      else if ((unit === ENDS_OBJECT || unit === ENDS_LIST) && --this.#depth === 0) {
        give(at + 1);
        this.#end();
      }
    }
    give(piece.length);
  }

  /** Where a text ends that goes on at a place; behind the piece where it goes on in the next one. */
  #textEnd(piece: string, from: number): number {
    const begin = this.#escaped ? from + 1 : from;
    this.#escaped = false;
    for (let end = piece.indexOf('"', begin); ; end = piece.indexOf('"', end + 1)) {
      const at = end === -1 ? piece.length : end;
      let before = at;
      while (before > begin && piece.charCodeAt(before - 1) === ESCAPE) before--;
      const escapes = (at - before) % 2 === 1;
      if (end !== -1 && escapes) continue;
      if (end === -1) this.#escaped = escapes;
      else this.#inText = false;
      return at;
    }
  }

  /** @returns whether a text goes on behind one of its characters */
  #goOn(unit: number): boolean {
    if (this.#escaped) this.#escaped = false;
    else if (unit === ESCAPE) this.#escaped = true;
    else if (unit === QUOTE) return (this.#inText = false);
    return true;
  }

  #addToKey(character: string): void {
    const frame = this.#frames[this.#frames.length - 1];
    if (frame.key.length < LONGEST_KEY) frame.key += character;
  }

  #outside(unit: number): void {
    const frame = this.#frames[this.#frames.length - 1] as Frame | undefined;
    if (isBlank(unit)) return;
    if (unit === COMMA) {
      if (frame) frame.awaitsKey = !frame.isList;
    } else if (unit === COLON) {
      if (frame) frame.awaitsKey = false;
    } else if (unit === ENDS_OBJECT || unit === ENDS_LIST) this.#frames.pop();
    else if (unit === QUOTE && frame?.awaitsKey) {
      frame.key = '';
      this.#inText = this.#inKey = true;
    } else this.#value(unit, frame);
  }

  #value(unit: number, frame: Frame | undefined): void {
    this.#inKey = false;
    const isNested = unit === OBJECT || unit === LIST;
    this.#inText = unit === QUOTE;
    if (!isNested && !this.#inText && !this.#walk.scalars) return;
    const path = !frame ? '' : frame.isList ? frame.path : `${frame.path}${frame.key}`;
    this.#isTold = this.#walk.takes(path, this.#frames.length);
    if (this.#isTold || (isNested && this.#frames.length === DEPTH)) {
      this.#taken = path;
      this.#depth = isNested ? 1 : 0;
      this.#isScalar = !isNested && !this.#inText;
    } else if (isNested) {
      const isList = unit === LIST;
      const begins = isList ? `${path}[]` : path && `${path}.`;
      this.#frames.push({ path: begins, isList, key: '', awaitsKey: !isList });
      if (isList) this.#walk.opens?.(begins);
    }
  }

  #end(): void {
    const path = this.#taken ?? '';
    this.#taken = undefined;
    if (this.#isTold) this.#walk.ended(path);
  }
}
