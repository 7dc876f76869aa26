import { composed, withPartedMarks } from '../../../contract/composed.ts';

/** How lines end in a text as it was read. */
export type LineEndings = 'none' | 'lf' | 'crlf' | 'cr' | 'mixed';

const SURROGATE = /[\ud800-\udfff]/;
const LONE_SURROGATE = /\p{Surrogate}/gu;
/** Everything below U+0300 is in normal form C whatever stands beside it. */
const MAY_COMPOSE = /[\u0300-\uffff]/;
/** Marks but U+034F, and the letters (conjoining Jamo, Kirat Rai vowels) that may compose with what stands before them. */
const COMPOSES_BACKWARD = /[^\P{M}\u034f]|[\u1160-\u11ff\u{16d63}-\u{16d6a}]/u;

const FIRST_VOWEL = 0x1160;
const FIRST_FINAL = 0x11a8;
const LAST_FINAL = 0x11ff;
/** Whether of two neighbours the second is a conjoining vowel or final that stands behind none it may compose with. */
function isLooseJamo(before: number, unit: number): boolean {
  if (unit < FIRST_VOWEL || unit > LAST_FINAL) return false;
  return before >= (unit < FIRST_FINAL ? FIRST_VOWEL : FIRST_FINAL) && before <= LAST_FINAL;
}

const compose = (text: string) => (MAY_COMPOSE.test(text) ? composed(text) : text);
const wellFormed = (text: string) => (SURROGATE.test(text) ? text.replace(LONE_SURROGATE, '\ufffd') : text);

/** The one form all texts are read in: no lone surrogates (U+FFFD stands for them), normal form C, lines ended by LF. */
export function normalizeText(text: string): string {
  const unix = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  return compose(wellFormed(unix));
}

/**
 * Index before which a text may be cut so that its two parts normalise apart as they do together:
 * just before the last character that composes with nothing before it, CR LF counting as one. 0 when there is none.
 * Of vowels and finals without number, too, only the first may compose.
 */
function safeCut(text: string): number {
  // half a character may compose once its other half has come
  const last = text.length - (text.charCodeAt(text.length - 1) >> 10 === 0x36 ? 2 : 1);
  for (let at = last; at > 0; at--) {
    const unit = text.charCodeAt(at);
    if (unit >= 0xdc00 && unit < 0xe000 && text.charCodeAt(at - 1) >> 10 === 0x36) at--;
    const lineEnd = unit === 10 && text.charCodeAt(at - 1) === 13;
    if (isLooseJamo(text.charCodeAt(at - 1), unit)) return at;
    if (!lineEnd && !COMPOSES_BACKWARD.test(String.fromCodePoint(text.codePointAt(at) ?? 0))) return at;
  }
  return 0;
}

/** Normalises a text that comes in pieces; what comes out, joined, equals normalizeText of what went in, joined. */
export class TextNormalizer {
  #held = '';
  #unix = 0;
  #dos = 0;
  #mac = 0;

  /** @returns the part of the text so far that later pieces can no longer change */
  push(piece: string): string {
    const all = this.#held + piece;
    const text = MAY_COMPOSE.test(all) ? withPartedMarks(all) : all;
    const cut = safeCut(text);
    this.#held = text.slice(cut);
    return this.#normalize(text.slice(0, cut));
  }

  /** @returns what was held back */
  end(): string {
    const rest = this.#normalize(this.#held);
    this.#held = '';
    return rest;
  }

  /** Lines seen so far, as many as there are line ends. */
  get lineEnds(): number {
    return this.#unix + this.#dos + this.#mac;
  }

  get lineEndings(): LineEndings {
    const kinds = [this.#unix && 'lf', this.#dos && 'crlf', this.#mac && 'cr'].filter(Boolean) as LineEndings[];
    return kinds.length > 1 ? 'mixed' : (kinds[0] ?? 'none');
  }

  #normalize(text: string): string {
    let returns = 0;
    let pairs = 0;
    for (let at = text.indexOf('\r'); at !== -1; at = text.indexOf('\r', at + 1)) {
      returns++;
      if (text.charCodeAt(at + 1) === 10) pairs++;
    }
    const normal = normalizeText(text);
    let ends = 0;
    for (let at = normal.indexOf('\n'); at !== -1; at = normal.indexOf('\n', at + 1)) ends++;
    this.#dos += pairs;
    this.#mac += returns - pairs;
    this.#unix += ends - returns;
    return normal;
  }
}
