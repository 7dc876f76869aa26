import { compile } from '../../../web-assembly.ts';
import { unitClasses, unitsOf } from '../../tokenizers/character-classes.ts';
import { isQuote, signSides } from '../../tokenizers/spacing.ts';
import { areNarrow } from '../id-list.ts';
import { symbolsIn } from '../symbol-table.ts';
import { words } from './assembly/words.ts?assembly';

/** Addresses and lengths in bytes; see assembly/. */
interface Exports {
  allocate(bytes: number): number;
  firstUntold(from: number, end: number): number;
  cutLines(from: number, end: number, to: number): number;
  numberSpans(text: number, spans: number, end: number, to: number): number;
  numberOf(start: number, end: number): number;
  size(): number;
  placesOfSymbols(): number;
  unitsOfSymbols(): number;
}

const UNIT = Uint16Array.BYTES_PER_ELEMENT;
const NUMBER = Uint32Array.BYTES_PER_ELEMENT;
/** The machine's two tables and a little more; and 1 GB, which the symbols of no text that is cut here come near. */
const [FIRST_PAGES, MOST_PAGES] = [4, 16_384];
/** Units of a text that there is room for at first, and of one symbol. */
const [TEXT, SYMBOL] = [1 << 20, 1 << 12];
/** Symbols whose places wait to be told together. */
const SPANS = 1 << 12;
/** Bytes behind a text that are looked at together with its last units. */
const BEHIND = 32;

/** Where, behind the classes, what signs ask for begins; and its bits, as in assembly/units.ts. */
const SIGNS = 0x10000;
const [HAS_SPACED, SPACED_AT, IS_QUOTE] = [4, 3, 32];
/** All signs that any rule of spacing.ts names; the others are alike. */
const RULED = /[\p{P}\p{S}\p{Terminal_Punctuation}\u3000-\u303f\u30fb\ufe10-\ufe6f\uff00-\uffef]+/gu;

function signBits(unit: number): number {
  const sides = signSides(unit);
  const { bare, spaced } = sides;
  return bare | (spaced === undefined ? 0 : HAS_SPACED | (spaced << SPACED_AT)) | (isQuote(sides) ? IS_QUOTE : 0);
}

let tables: Uint8Array | undefined;

/** A byte for the class of each unit, then one for what it asks for as a sign. */
export function unitTables(): Uint8Array {
  if (tables) return tables;
  tables = new Uint8Array(2 * SIGNS).fill(signBits(0), SIGNS);
  tables.set(unitClasses());
  for (const [from, to] of unitsOf(RULED))
    for (let unit = from; unit < to; unit++) tables[SIGNS + unit] = signBits(unit);
  return tables;
}

function fail(): never {
  // as where an array does not fit
  throw new RangeError('Array buffer allocation failed');
}

/**
 * What `words` does to whole lines in which no dictionary is needed, compiled, with the table of their symbols beside it:
 * tokenizers/words.ts and symbol-table.ts say what it must give. Numbers of symbols are those of their first appearance.
 */
export class WordsMachine {
  readonly #memory = new WebAssembly.Memory({ initial: FIRST_PAGES, maximum: MOST_PAGES });
  readonly #run: Exports;
  readonly #symbol: number;
  #room = 0;
  #text = 0;
  #numbers = 0;
  #end = 0;
  #to = 0;
  readonly #waiting: number;
  #spans = 0;
  /** all of the memory: without length where it has grown since */
  #words = new Uint32Array();

  constructor() {
    const imports = { env: { memory: this.#memory, abort: fail } };
    this.#run = new WebAssembly.Instance(compile(words), imports).exports as unknown as Exports;
    new Uint8Array(this.#memory.buffer).set(unitTables());
    this.#symbol = this.#run.allocate(SYMBOL * UNIT);
    this.#waiting = this.#run.allocate(2 * SPANS * NUMBER);
    this.#makeRoom(TEXT);
  }

  /** Distinct symbols so far. */
  get size(): number {
    return this.#run.size();
  }

  /** Takes a text to be cut, of which nothing is yet. */
  load(text: string): void {
    if (text.length > this.#room) this.#makeRoom(Math.max(text.length, 2 * this.#room));
    const bytes = text.length * UNIT;
    Buffer.from(this.#memory.buffer, this.#text, bytes).write(text, 'utf16le');
    this.#end = this.#text + bytes;
    this.#to = this.#numbers;
  }

  /** Index of the first unit from one on for which a dictionary is needed, or which is half of a character; the text's length where there is none. */
  firstUntold(from: number): number {
    return (this.#run.firstUntold(this.#text + from * UNIT, this.#end) - this.#text) / UNIT;
  }

  /** Cuts the whole lines between two indices, where nothing is untold. */
  cut(from: number, to: number): void {
    this.#numberSpans();
    this.#to = this.#run.cutLines(this.#text + from * UNIT, this.#text + to * UNIT, this.#to);
  }

  /** Takes what stands between two indices of the text that was loaded as the next symbol. */
  take(start: number, end: number): void {
    if (this.#spans === SPANS) this.#numberSpans();
    if (this.#words.length === 0) this.#see();
    const at = this.#waiting / NUMBER + 2 * this.#spans++;
    this.#words[at] = start;
    this.#words[at + 1] = end;
  }

  /** Takes a symbol as the next one that is not in the text as it is. */
  add(symbol: string): void {
    if (symbol.length > SYMBOL) fail();
    this.#numberSpans();
    this.#see();
    Buffer.from(this.#memory.buffer, this.#symbol, symbol.length * UNIT).write(symbol, 'utf16le');
    const number = this.#run.numberOf(this.#symbol, this.#symbol + symbol.length * UNIT);
    this.#see();
    this.#words[this.#to / NUMBER] = number;
    this.#to += NUMBER;
  }

  #see(): void {
    this.#words = new Uint32Array(this.#memory.buffer);
  }

  #numberSpans(): void {
    const end = this.#waiting + 2 * NUMBER * this.#spans;
    this.#to = this.#run.numberSpans(this.#text, this.#waiting, end, this.#to);
    this.#spans = 0;
  }

  /** Numbers of the symbols of the text that was loaded, in order: a copy. */
  numbers(): Uint16Array<ArrayBuffer> | Uint32Array<ArrayBuffer> {
    this.#numberSpans();
    const numbers = new Uint32Array(this.#memory.buffer, this.#numbers, (this.#to - this.#numbers) / NUMBER);
    return areNarrow(this.size) ? new Uint16Array(numbers) : numbers.slice();
  }

  /** The symbols of all numbers from one on. */
  symbols(from: number): string[] {
    const { buffer } = this.#memory;
    const { size } = this;
    const starts = new Uint32Array(buffer, this.#run.placesOfSymbols(), size + 1);
    return symbolsIn(new Uint16Array(buffer, this.#run.unitsOfSymbols(), starts[size]), starts, from, size);
  }

  #makeRoom(units: number): void {
    this.#room = units;
    this.#text = this.#run.allocate(units * UNIT + BEHIND);
    // a unit is at most two symbols: itself, and what says that no space stands before it
    this.#numbers = this.#run.allocate(2 * units * NUMBER);
  }
}
