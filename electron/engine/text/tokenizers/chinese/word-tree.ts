import { unitsOf } from '../character-classes.ts';
import { variantPairs } from './variants.ts';
import { chineseWordList } from './word-list.ts';

/** Room for characters of words, of which a node and a letter make one number; and twice as much for the ways to them. */
const NODES = 1 << 18;
const LETTER_BITS = 14;
const SLOTS = 1 << 19;
const NEWLINE = 0x0a;
const SPACE = 0x20;
const ZERO = 0x30;
const NINE = 0x39;

/** Not radicals, which are signs. The flag is newer than the language level that the checks are set to. */
const CHINESE = new RegExp('[\\p{Script=Han}&&[\\p{L}\\p{Nl}]]+', 'gv');
/** Beside the cost of a node: longer words go on from it. */
export const GOES_ON = 0x80;
/** The letter of every Chinese character that is in no word. */
const WORDLESS = 1;

/** 20 bits. */
const hashOf = (way: number) => Math.imul(way ^ (way >>> 15), 0x9e3779b1) >>> 12;

/**
 * Chinese words as a tree of their characters; the words of a first character are read when a text holds it. A letter is
 * the number of a character, the same for its traditional and its simplified form. A node is a number from 1 on, 0 is none.
 */
export class WordTree {
  /** of each UTF-16 unit that is a Chinese character, 0 for all others */
  readonly letters = new Uint16Array(0x10000);
  /** what the word costs that ends at a node, in quarters of a bit, 0 where none does; with GOES_ON */
  readonly costs = new Uint8Array(NODES);
  /** by letter: where the words that begin with it stand in the list, and their node once they were read */
  readonly #lines = new Int32Array(1 << LETTER_BITS);
  readonly #firsts = new Int32Array(1 << LETTER_BITS);
  /** bits of the hashes of all ways: most of those that are asked for are none, and this is small enough to be near */
  readonly #maybe = new Int32Array(SLOTS >> 4);
  /** a hash table: node and letter, and the node behind them */
  readonly #ways = new Int32Array(2 * SLOTS);
  #size = 1;
  readonly #words = chineseWordList();

  constructor() {
    const { letters } = this;
    const words = this.#words;
    for (const [from, to] of unitsOf(CHINESE)) letters.fill(WORDLESS, from, to);
    let count = WORDLESS;
    for (let at = 0; at < words.length; at++) {
      const unit = words.charCodeAt(at);
      if (letters[unit] === WORDLESS) letters[unit] = ++count;
    }
    for (let at = 0; at < words.length; at = words.indexOf('\n', at) + 1)
      this.#lines[letters[words.charCodeAt(at)]] = at + 1;
    for (const pair of variantPairs()) letters[pair.charCodeAt(0)] = letters[pair.charCodeAt(1)];
  }

  /** Node of a letter that a word begins with. */
  first(letter: number): number {
    const node = this.#firsts[letter];
    return node !== 0 || this.#lines[letter] === 0 ? node : this.#read(letter);
  }

  /** Node of a letter behind those of another node. */
  next(node: number, letter: number): number {
    const way = (node << LETTER_BITS) | letter;
    const hash = hashOf(way);
    return (this.#maybe[hash >>> 5] & (1 << hash)) === 0 ? 0 : this.#ways[this.#slot(way, hash) + 1];
  }

  /** Where a way, that is a node and a letter, is kept, or will be. */
  #slot(way: number, hash: number): number {
    let slot = hash & (2 * SLOTS - 2);
    while (this.#ways[slot] !== way && this.#ways[slot] !== 0) slot = (slot + 2) & (2 * SLOTS - 2);
    return slot;
  }

  /** Of each word what follows the first character, and its cost: `29 人41` are a word of one and one of two. */
  #read(first: number): number {
    const root = (this.#firsts[first] = this.#size++);
    let node = root;
    let cost = 0;
    for (let at = this.#lines[first]; ; at++) {
      const unit = this.#words.charCodeAt(at);
      if (unit >= ZERO && unit <= NINE) cost = 10 * cost + unit - ZERO;
      else if (unit !== SPACE && unit !== NEWLINE) node = this.#add(node, this.letters[unit]);
      else {
        this.costs[node] |= cost;
        if (unit === NEWLINE) return root;
        node = root;
        cost = 0;
      }
    }
  }

  #add(node: number, letter: number): number {
    const way = (node << LETTER_BITS) | letter;
    const hash = hashOf(way);
    const slot = this.#slot(way, hash);
    if (this.#ways[slot + 1] === 0) {
      this.costs[node] |= GOES_ON;
      this.#maybe[hash >>> 5] |= 1 << hash;
      this.#ways[slot] = way;
      this.#ways[slot + 1] = this.#size++;
    }
    return this.#ways[slot + 1];
  }
}
