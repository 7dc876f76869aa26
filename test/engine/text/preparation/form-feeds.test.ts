import { describe, expect, it } from 'vitest';
import { asProposed, findingsOf } from './prepared.ts';

const PAGES = Array.from({ length: 8 }, (_, at) => at + 1);
/** A page whose last sentence goes on in the next one. */
const said = (page: number) =>
  `He walked along the river on day ${'I'.repeat(page)} and saw nobody at all, which\nhe liked. ${'The herons stood below the weir, and took no notice of him as he\npassed by. '.repeat(2)}Then he went back to the mill, and so it was that he met\n`;
const whole = (pages: readonly number[]) => pages.map((page) => said(page).trimEnd().replaceAll('\n', ' ')).join(' ');
const prepared = async (text: string) => {
  const { text: left, steps } = await asProposed(text);
  return { left: left.trim().replace(/\s*\n\s*/g, ' '), steps };
};

describe('what stands at the ends of pages that form feeds part', () => {
  it('goes: numbers at their feet, with blank lines behind them or without', async () => {
    for (const behind of ['', '\n', '\n\n'])
      for (const number of [(page: number) => `${' '.repeat(30)}${page + 8}`, (page: number) => `- ${page} -`]) {
        const text = PAGES.map((page) => `${said(page)}\n\n${number(page)}\n${behind}`).join('\f');
        const { left, steps } = await prepared(text);
        expect(steps).toContain('pages');
        expect(left).toBe(whole(PAGES));
      }
  });

  it('goes: heads by turns, with a number beside them or below', async () => {
    const head = (page: number) => (page % 2 ? `THE MILL${' '.repeat(20)}${page}` : `${page}   ADA ROWE`);
    const runsOn = (page: number) => said(page).replace('He walked', page > 1 ? 'his wife, who walked' : 'He walked');
    const text = PAGES.map((page) => `${page > 1 ? `${head(page)}\n\n` : ''}${runsOn(page)}`).join('\n\f');
    expect((await prepared(text)).left).toBe(
      PAGES.map((page) => runsOn(page).trimEnd().replaceAll('\n', ' ')).join(' '),
    );
  });

  it('goes: feet that say how many pages there are, heads of short chapters that bear the number of their page', async () => {
    const feet = ['Page # of 60', 'Seite #/60', '# | P a g e', '# of 60', '第 # 页 共 60 页', 'Стр. # из 60'];
    for (const foot of feet) {
      const text = PAGES.map((page) => `${said(page)}\n${foot.replace('#', String(page))}\n`).join('\f');
      expect((await prepared(text)).left).toBe(whole(PAGES));
    }
    const chapter = (page: number) => `THE ${['WEIR', 'MILL', 'FORD', 'LOCK'][Math.floor(page / 4) % 4]}`;
    const head = (page: number) => (page % 2 ? `${page + 6}    ADA ROWE` : `${chapter(page)}    ${page + 6}`);
    const runsOn = (page: number) => said(page).replace('He walked', page > 1 ? 'his wife, who walked' : 'He walked');
    const pages = [...PAGES, ...PAGES.map((page) => page + 8)];
    const all = pages.map((page) => runsOn(page).trimEnd().replaceAll('\n', ' ')).join(' ');
    const under = (page: number) => `${page > 1 ? `${head(page)}\n\n` : ''}${runsOn(page)}`;
    expect((await prepared(pages.map(under).join('\n\f'))).left).toBe(all);
    expect((await prepared(pages.map(under).join('\n'))).left).toBe(all);
  });

  it('stays above stanzas and records, of which pages hold more', async () => {
    const stanza = 'the old mill of the river and the bridge there\nand nobody comes, and the lantern goes out and\n';
    for (const title of ['Haiku #', '# heron', 'Record #', '# years had gone by']) {
      const text = [...PAGES, ...PAGES.map((page) => page + 8)]
        .map((page) => `${title.replace('#', String(page))}\n\n${stanza}`)
        .join('\f');
      const left = text.trim().replace(/\s*[\n\f]\s*/g, ' ');
      expect((await prepared(text)).left.replace(/\s+/g, ' ')).toBe(left);
    }
  });

  it('stays: titles with a number behind them, also among heads with theirs', async () => {
    const pages = [...PAGES, ...PAGES.map((page) => page + 8)];
    const titled = pages.map((page) => `${['Rain', 'Wind', 'Night'][page % 3]} ${page}\n\n${said(page)}`);
    for (const parted of ['\n\f', '\n']) {
      const text = titled.join(parted);
      expect((await prepared(text)).left).toBe(text.trim().replace(/\s*[\n\f]\s*/g, ' '));
    }
    const head = (page: number) => (page === 1 ? '' : `${page} ADA ROWE\n\nhis wife, `);
    const among = pages.map((page) => `${head(page)}${said(page)}${page === 5 ? '\nSUMMER 1984\n\nIt\n' : ''}`);
    expect((await prepared(among.join('\n'))).left).toMatch(/SUMMER 1984/);
    expect((await prepared(among.join('\n'))).left).not.toMatch(/ADA/);
  });

  it('stays where chapters of Chinese begin pages, each by itself, though lines are wrapped', async () => {
    const words = '河水在夜里涨了上来，没有人来。老人坐在桥头，看着河水慢慢地退下去，什么也没有说，只是看。';
    const wrapped = (length: number, from: number) =>
      `\u3000\u3000${words.repeat(9).slice(from, from + length)}。`.replace(/.{34}/g, '$&\n').trimEnd();
    const head = (page: number) => `第${'一二三四五六七八'[page - 1]}章 河水`;
    const chapter = (page: number) =>
      [head(page), ...Array.from({ length: 12 }, (_, at) => wrapped(60 + ((at * 37 + page * 53) % 140), at * page)), ''].join('\n'); // prettier-ignore
    const { text, steps } = await asProposed(PAGES.map(chapter).join('\f'));
    expect(steps).toContain('wrapped');
    expect(text.split('\n').filter((each) => each.includes('章'))).toEqual(PAGES.map(head));
  });

  it('stays where it begins what is on the page: days, letters, poems, speeches, rows, code', async () => {
    const closed = 'He walked along the river and saw nobody at all there.\n';
    const pages = PAGES.flatMap((page) => [page, page + 8]);
    const texts = [
      (page: number) => `March ${page}, 1924\n\n${closed}`,
      (page: number) => `Dear ${page % 2 ? 'Anna' : 'Tom'}\n\n${closed}\nYours\nPeter\n`,
      (page: number) => `Sonnet ${page}\n\n${closed}`,
      (page: number) =>
        `Minutes of the mill\n\n- Ann spoke of the wheel and of what it costs, ${page}\n- Tom said no to that\n- All went home, as it was late and the rain was near\n`,
      (page: number) => `Ingredients\n\n${page} eggs\nflour\n`,
      (page: number) =>
        `${page % 2 ? 'ADA' : 'TOM'}\n${closed}\n${page % 2 ? 'TOM' : 'ADA'}\nNo, no, no, that is not what he said, for\n`,
      (page: number) =>
        `bolt ${page} of steel for the door of the mill\nbolt ${page * 3} of steel for the door of the mill\n`,
      (page: number) => `import os\n\ndef f${page}(x):\n    return x + ${page}\n`,
    ];
    for (const of of texts) {
      const text = pages.map(of).join('\n\f');
      expect((await prepared(text)).left).toBe(text.trim().replace(/\s*[\n\f]\s*/g, ' '));
    }
  });

  it('stays where a number at a foot is not the page’s, among those that are', async () => {
    const pages = [...PAGES, ...PAGES.map((page) => page + 8)];
    const text = pages.map((page) => `${said(page)}\n${page === 5 ? 1984 : page + 8}\n`).join('\f');
    const { left } = await prepared(text);
    expect(left.match(/\d+/g)).toEqual(['1984']);
  });

  it('stays where it is no page’s: titles, chapters, what is told, and numbers that do not count', async () => {
    const texts = [
      PAGES.map(
        (page) => `${['Rain', 'Wind', 'Night', 'Day', 'Snow', 'Frost', 'Moon', 'Sun'][page - 1]}\n\n${said(page)}`,
      ),
      PAGES.map((page) => `Chapter ${page}\n\n${said(page)}`),
      PAGES.map((page) => `${page}\n\n${said(page)}`),
      PAGES.map((page) => `“Who is there?”\n\n${said(page)}`),
      PAGES.map((page) => `${said(page)}\n${(page * 7) % 10}\n`),
      PAGES.map((page) => `${said(page)}\n\n${1984 + page} was a bad year.\n`),
    ];
    for (const pages of texts) {
      const text = pages.join('\n\f');
      expect((await findingsOf(text)).some(({ step, sure }) => step === 'pages' && sure)).toBe(false);
      expect((await prepared(text)).left).toBe(text.trim().replace(/\s*[\n\f]\s*/g, ' '));
    }
  });
});

describe('pages without form feeds', () => {
  const page = (at: number, next: string) =>
    `${said(1 + (at % 8)).trimEnd()}\n\n${at + 11}\n\n${at % 2 ? 'ADA ROWE' : 'THE MILL'}\n\n${next}\n\n`;

  it('lose heads that stand beside their numbers, by turns', async () => {
    const text = Array.from({ length: 24 }, (_, at) => page(at, at % 4 ? 'He came.' : 'his wife there.')).join('');
    const { left, steps } = await prepared(text);
    expect(steps).toContain('pages');
    expect(left).not.toMatch(/ADA|THE MILL|\d/);
    expect(left.match(/He came\./g)).toHaveLength(18);
  });

  it('go on behind them with a name, too, and not with a chapter', async () => {
    const next = ['his wife', 'Anna', 'his wife', 'Anna'].map((who) => `${who} there,\nwho was glad.`);
    const text = Array.from({ length: 24 }, (_, at) => page(at, next[at % 4])).join('');
    const { text: left } = await asProposed(`${text}${page(25, 'CHAPTER II')}`);
    expect(left.match(/that he met\sAnna there,/g)).toHaveLength(12);
    expect(left).toMatch(/that he met\n+CHAPTER II/);
  });
});
