const table = <Value>(of: Readonly<Record<string, Value>>): ReadonlyMap<string, Value> => new Map(Object.entries(of));
/** Puts what follows between two signs. */
const ENCLOSING = table<readonly [string, string]>({
  Op: ['[', ']'], Dq: ['“', '”'], Qq: ['"', '"'], Sq: ['‘', '’'], Ql: ['‘', '’'], Pq: ['(', ')'], Bq: ['[', ']'],
  Brq: ['{', '}'], Aq: ['<', '>'],
}); // prettier-ignore
/** The same where both ends are written for themselves. */
const OPENING = table({ Oo: '[', Do: '“', Qo: '"', So: '‘', Po: '(', Bo: '[', Bro: '{', Ao: '<' });
const CLOSING = table({ Oc: ']', Dc: '”', Qc: '"', Sc: '’', Pc: ')', Bc: ']', Brc: '}', Ac: '>' });
const NAMES = table({
  Ux: 'UNIX', At: 'AT&T UNIX', Bx: 'BSD', Fx: 'FreeBSD', Nx: 'NetBSD', Ox: 'OpenBSD', Dx: 'DragonFly', Bsx: 'BSD/OS',
}); // prettier-ignore
/** What they are called by shows only in the way they look. */
const PLAIN = new Set(
  'Ad An Ar Cd Cm Dv Em Er Ev Fa Fd Ic In Li Lk Ms Mt No Nm Pa St Sx Sy Tn Va Vt Xr Fl Fn Ft Fo Fc Ta Xo Xc Ns Ap Pf Ek Bk Sm'.split(' '),
); // prettier-ignore
export const isMacro = (word: string) =>
  PLAIN.has(word) || [ENCLOSING, OPENING, CLOSING, NAMES].some((names) => names.has(word));
/** Signs within signs, so deep. */
const DEEPEST = 8;
const CLOSES = /^[.,:;)\]?!]$/;
const OPENS = /^[([]$/;

/** Words as they are read one behind the other, where some stand close to their neighbours. */
class Words {
  #text = '';
  #close = true;

  add(word: string, close = CLOSES.test(word)): void {
    this.#text += (this.#close || close ? '' : ' ') + word;
    this.#close = OPENS.test(word);
  }
  /** The next one stands close to it. */
  join(): void {
    this.#close = true;
  }
  get text(): string {
    return this.#text;
  }
}

/** What a line of mdoc prints. @param name what the page is about */
export function printed(words: readonly string[], name: string): string {
  const out = new Words();
  take(words, out, name, 0);
  return out.text;
}

function take(words: readonly string[], out: Words, name: string, depth: number): void {
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    if (!isMacro(word)) {
      out.add(word);
      continue;
    }
    const next = words[at + 1];
    const hasOwn = next !== undefined && !isMacro(next) && !CLOSES.test(next);
    const signs = ENCLOSING.get(word);
    if (signs && depth < DEEPEST) {
      enclose(signs, words.slice(at + 1), (inner, within) => take(inner, within, name, depth + 1), out);
      return;
    }
    const opening = OPENING.get(word);
    const said = opening ?? CLOSING.get(word) ?? NAMES.get(word);
    if (said !== undefined) {
      out.add(said, CLOSING.has(word));
      if (opening !== undefined) out.join();
    } else if (word === 'Ns' || word === 'Ap') {
      if (word === 'Ap') out.add("'", true);
      out.join();
    } else if (word === 'Pf' && hasOwn) {
      out.add(words[++at]);
      out.join();
    } else if (word === 'Fl') {
      if (!hasOwn) out.add('-');
      while (words[at + 1] !== undefined && !isMacro(words[at + 1]) && !CLOSES.test(words[at + 1]))
        out.add(words[++at] === '|' ? '|' : `-${words[at]}`);
    } else if (word === 'Xr' && hasOwn) {
      const section = words[at + 2];
      const has = section !== undefined && /^\d\w{0,3}$/.test(section);
      out.add(has ? `${next}(${section})` : next);
      at += has ? 2 : 1;
    } else if (word === 'Fn' && hasOwn) {
      let end = at + 2;
      while (end < words.length && !isMacro(words[end]) && !CLOSES.test(words[end])) end++;
      out.add(`${next}(${words.slice(at + 2, end).join(', ')})`);
      at = end - 1;
    } else if (!hasOwn && word === 'Nm') out.add(name);
    else if (!hasOwn && word === 'Ar') out.add('file ...');
  }
}

function enclose(
  [open, close]: readonly [string, string],
  inner: readonly string[],
  takeInner: (inner: readonly string[], within: Words) => void,
  out: Words,
): void {
  let end = inner.length;
  // marks behind it are not of what is enclosed
  while (end > 0 && CLOSES.test(inner[end - 1])) end--;
  const within = new Words();
  takeInner(inner.slice(0, end), within);
  out.add(`${open}${within.text}${close}`);
  for (const mark of inner.slice(end)) out.add(mark);
}
