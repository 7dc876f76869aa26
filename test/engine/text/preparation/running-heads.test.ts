import { describe, expect, it } from 'vitest';
import { asProposed } from './prepared.ts';

const FILLED = 'The herons stood below the weir, and took no notice of him as he passed by. '.repeat(4);
const WORDS = ['weir', 'key', 'step', 'heron', 'lock', 'rail', 'wheel', 'gate', 'lamp', 'boat', 'net', 'fish'];
const ROMAN = ['xi', 'xii', 'xiii', 'xiv', 'xv', 'xvi', 'xvii', 'xviii', 'xix', 'xx', 'xxi', 'xxii'];
const apart = (left: string, right: string | number) => `${left}          ${right}`;

const above = (at: number) => `${FILLED}It was the old ${WORDS[at]} and the`;
/** Pages, of which each goes on in the next one below its head. */
const paged = (pages: number, head: (at: number) => string) =>
  `${Array.from({ length: pages }, (_, at) => `${above(at)}\n\n${head(at)}\n\n`).join('miller had seen it. ')}miller had seen it.\n`;
const whole = (pages: number) =>
  `${Array.from({ length: pages }, (_, at) => above(at)).join(' miller had seen it. ')} miller had seen it.`;
const ofPages = async (text: string) => {
  const { text: left, steps } = await asProposed(text);
  return { left: left.replace(/\s+/g, ' ').trim(), steps };
};

describe('heads and numbers of a few pages', () => {
  it.each<[string, (at: number) => string]>([
    ['the same on each', (at) => apart('THE OLD MILL', at + 12)],
    [
      'title and chapter by turns',
      (at) => (at % 2 ? apart('THE STORM', at + 12) : apart(`${at + 12}`, 'THE OLD MILL')),
    ],
    [
      'title and the name of a chapter by turns',
      (at) => (at % 2 ? apart('CHAPTER THE FIRST', at + 12) : apart(`${at + 12}`, 'THE OLD MILL')),
    ],
    [
      'a preface with small Roman numbers',
      (at) => (at % 2 ? apart('PREFACE', ROMAN[at]) : apart(ROMAN[at], 'PREFACE')),
    ],
  ])('go: %s', async (_, head) => {
    for (const pages of [3, 4, 12]) expect((await ofPages(paged(pages, head))).left).toBe(whole(pages));
  });

  it('go: numbers by themselves, with heads by turns below, and small Roman ones', async () => {
    const turns = (at: number) => `${at + 12}\n\n${at % 2 ? 'THE STORM' : 'THE OLD MILL'}`;
    for (const head of [turns, (at: number) => ROMAN[at]])
      for (const pages of [4, 12]) expect((await ofPages(paged(pages, head))).left).toBe(whole(pages));
  });

  it('go at the ends of pages that form feeds part', async () => {
    const feet = (pages: number) =>
      `${Array.from({ length: pages }, (_, at) => `${above(at)}\n\n${' '.repeat(30)}${ROMAN[at]}\n\f`).join('miller had seen it. ')}miller had seen it.\n`;
    for (const pages of [4, 12]) expect((await ofPages(feet(pages))).left).toBe(whole(pages));
    const head = (at: number) => (at % 2 ? apart('THE STORM', at + 12) : apart(`${at + 12}`, 'THE OLD MILL'));
    const text = paged(3, head).replace(/\n\n(?=\d|THE)/g, '\n\f');
    expect((await ofPages(text)).left).toBe(whole(3));
  });

  it('stay where they are numbered chapters, poems or parts, between paragraphs that have ended', async () => {
    const chapters = ['CHAPTER #', '# The Storm', '#. The Storm', 'Letter #', 'Lot #', 'CHAPTER THE FIRST          #'];
    for (const title of chapters)
      for (const pages of [3, 4, 12]) {
        const text = Array.from(
          { length: pages },
          (_, at) => `${title.replace('#', String(at + 12))}\n\n${above(at)} door.\n\nThey went home.\n\n`,
        ).join('');
        expect(await asProposed(text)).toEqual({ text, steps: [] });
      }
  });

  it('stay above poems without marks, which go on in small letters', async () => {
    const stanza =
      `the old mill of the river\nand nobody comes\nto the bridge there, or the lantern\nthat is out,\n`.repeat(5);
    for (const title of ['heron #', '# heron', '#'])
      for (const poems of [3, 4]) {
        const text = Array.from(
          { length: poems },
          (_, at) => `${title.replace('#', String(at + 12))}\n\n${stanza}\n`,
        ).join('');
        expect((await asProposed(text)).text).toBe(text);
      }
  });

  it('leave chapters with Roman numbers where pages have numbers', async () => {
    const text = WORDS.map(
      (_, at) => `${above(at)}\n\n${at + 12}\n\nmiller had seen it.\n\n\nX${ROMAN[at].toUpperCase()}\n\n`,
    ).join('');
    const { text: left, steps } = await asProposed(text);
    expect(steps).toContain('pages');
    expect(left).not.toContain('\n12\n');
    for (const number of ROMAN) expect(left).toContain(`\n\nX${number.toUpperCase()}\n\n`);
  });
});
