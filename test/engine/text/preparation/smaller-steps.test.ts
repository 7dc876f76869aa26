import { describe, expect, it } from 'vitest';
import { after, asProposed, findingsOf, prepared } from './prepared.ts';

const found = async (text: string) => (await findingsOf(text)).map(({ step }) => step);

describe('smaller steps', () => {
  it('take times and numbers out of subtitles', async () => {
    const cue = (at: number, said: string) => `${at}\n00:00:0${at},000 --> 00:00:0${at},900\n${said}\n`;
    const text = [cue(1, '<i>We go.</i>'), cue(2, 'Not now.\nWait.'), cue(3, 'Why?'), cue(4, '1984')].join('\n');
    expect((await asProposed(text)).text).toBe('We go.\nNot now.\nWait.\nWhy?\n1984\n');
  });

  it('take the settings of SubStation Alpha out', async () => {
    const said = ['{\\i1}We go.{\\i0}', 'Not now.\\NWait, wait.', 'Why?', 'Because.'];
    const cue = (text: string, at: number) => `Dialogue: 0,0:00:0${at}.00,0:00:0${at}.90,Default,Ada,0,0,0,,${text}\n`;
    const head =
      '[Script Info]\nTitle: The walk\nPlayResX: 640\n\n[V4+ Styles]\nFormat: Name, Fontname\nStyle: Default,Arial\n\n[Events]\nFormat: Layer, Start, End\n';
    expect((await asProposed(head + said.map(cue).join(''))).text.trim()).toBe(
      'We go.\nNot now. Wait, wait.\nWhy?\nBecause.',
    );
  });

  it('take out the times that Whisper prints before what it hears', async () => {
    const heard = ['So we go down to the river.', 'Nobody is there.', 'The heron went home.', 'So did we.'];
    const text = heard.map((said, at) => `[00:0${at}:00.000 --> 00:0${at}:07.500]  ${said}\n`).join('');
    expect(await asProposed(text)).toMatchObject({ text: `${heard.join('\n')}\n`, steps: ['cues'] });
  });

  it('take out times with hours before what is said where they run from the first minute, as those of a log do not', async () => {
    const heard = ['So we go down to the river.', 'Nobody is there.', 'The heron went home.', 'So did we.'];
    const timed = (hour: string) => heard.map((said, at) => `[${hour}:0${at}:1${at}.25] ${said}\n`).join('');
    expect(await asProposed(timed('00'))).toMatchObject({ text: `${heard.join('\n')}\n`, steps: ['cues'] });
    expect((await asProposed(timed('10'))).text).toBe(timed('10'));
  });

  it('take out the few times of a meeting that Google wrote down', async () => {
    const said = 'Ada: Shall we begin?\nBo: One moment.\n';
    const text = `Transcript\n00:00:00\n${said}00:05:00\n${said.repeat(9)}00:10:00\n${said}Meeting ended after 00:12:41 👋\n`;
    expect((await asProposed(text)).text).toBe(`Transcript\n${said.repeat(11)}`);
    const without = text.replace('Meeting ended', 'It ended');
    expect((await asProposed(without)).text).toBe(without);
  });

  it('take what stands above lyrics out with their times', async () => {
    const said = ['We go.', 'Not now.', 'Why?', 'Because.', 'Because of rain.'];
    const tags = '[ti:The Walk]\n[ar:Ada]\n[by:Bo]\n[offset:+200]\n';
    const lines = said.map((line, at) => `[00:0${at}.50]${line}\n`).join('');
    expect((await asProposed(tags + lines)).text).toBe(`${said.join('\n')}\n`);
  });

  it('are sure of entities in a table of what was written on the web, where every sign is one', async () => {
    const posts = ['Tom &amp; Mia', '2 &lt; 3', 'a &amp;&amp; b', 'So it was.'].join('\n');
    const sureOf = async (text: string, kind: 'table' | 'text') =>
      (await findingsOf(`${text}\n`, kind)).find(({ step }) => step === 'entities')?.sure;
    expect(await sureOf(posts, 'table')).toBe(true);
    expect(await sureOf(posts, 'text')).toBe(false);
    expect(await sureOf(`${posts}\nTom & Mia`, 'table')).toBe(false);
    expect(await sureOf('Tom &amp; Mia', 'table')).toBe(false);
  });

  it('write entities once more where the reader of a document has written them', () => {
    const text = 'Tom &amp;lt; Mia\n';
    expect(prepared(text, [{ step: 'entities' }], [], 'markdown').text).toBe('Tom &lt; Mia\n');
    expect(prepared(text, [{ step: 'entities' }]).text).toBe('Tom < Mia\n');
  });

  it('write what entities stand for', async () => {
    expect(await after('entities', 'Tom &amp; Mia&#39;s caf&eacute; &amp;quot;x&amp;quot; &nosuch; &lt;p&gt;\n')).toBe(
      'Tom & Mia\'s café "x" &nosuch; <p>\n',
    );
  });

  it('write them by themselves where words are made of them, not where a text speaks of them', async () => {
    const asEntities = (text: string) => text.replace(/[^\0-\x7f]/gu, (sign) => `&#${sign.codePointAt(0)};`);
    const text = '小镇的东边有一条河，河水很浅。\n';
    expect(await asProposed(asEntities(text))).toEqual({ text, steps: ['entities'] });
    for (const about of [
      'Write &amp; for a sign, &eacute; or &uuml; for letters, &lt; and &gt;.\n',
      'Type caf&eacute; in your page, na&iuml;ve and Z&uuml;rich. &Agrave;&Aacute;&Acirc; are capitals, &#233;&#232; small.\n',
    ])
      expect((await findingsOf(about))[0]).toMatchObject({ step: 'entities', sure: false });
  });

  it('leave out marks of Markdown, and no marks of anything else', async () => {
    const text =
      '# A walk\n\n**Bold** and _soft_ in [a link](http://x.org/a) with `code`.\n\n```\n# kept\n```\nsnake_case_name 2 * 3 * 4\n';
    expect(await after('markdown', text)).toBe(
      'A walk\n\nBold and soft in a link with code.\n\n# kept\nsnake_case_name 2 * 3 * 4\n',
    );
  });

  it('put one sign for each address', async () => {
    expect(await after('links', 'See https://a.org/b?c=d. Write to ada@example.org, or www.x.net!\n')).toBe(
      'See 🔗. Write to ✉, or 🔗!\n',
    );
  });

  it('take page numbers and heads out of the midst of a paragraph', async () => {
    const verbs = ['sat', 'ran', 'went', 'slept', 'swam', 'fished', 'flew', 'sang', 'waited'];
    const page = (verb: string, at: number) =>
      `The river was brown and the heron\n\n${at + 11}\n\nA WALK BY THE RIVER\n\n${verb} all day by itself.\n\n`;
    const text = verbs.map((verb, at) => page(verb, at).replace('heron', `${verb} heron`)).join('');
    expect(await after('pages', text)).toBe(
      verbs.map((verb) => `The river was brown and the ${verb} heron\n${verb} all day by itself.\n\n`).join(''),
    );
  });

  it('take page numbers out from between lines without blank ones, where they rise page by page', async () => {
    const lines = (at: number) => Array.from({ length: 9 }, (_, line) => `The heron stood ${at}, ${line}.`).join('\n');
    const pages = Array.from({ length: 12 }, (_, at) => at + 1);
    const text = pages.map((at) => `${lines(at)}\n${at % 3 ? at : `- ${at} -`}\n`).join('');
    expect(await after('pages', text)).toBe(pages.map((at) => `${lines(at)}\n`).join(''));
    const scores = pages.map((at) => `${lines(at)}\n${(at * 7) % 12}\n`).join('');
    const list = pages.map((at) => `${at}\nThe heron stood.\n`).join('');
    for (const other of [scores, list]) expect(await found(other)).not.toContain('pages');
  });

  it('take page numbers and heads out by themselves where they rise amid sentences, and no numbers of parts', async () => {
    const FILLED = 'The herons stood below the weir, and took no notice of him as he passed by. '.repeat(4);
    const words = ['weir', 'key', 'step', 'heron', 'lock', 'rail', 'wheel', 'gate', 'lamp', 'boat', 'net', 'fish'];
    const page = (word: string, at: number) => {
      const head = at % 2 ? `THE MILL          ${at + 11}` : `${at + 11}          CHAPTER ONE`;
      return `${FILLED}It was the old ${word} and the\n\n${head}\n\nmiller had seen it.\n\n`;
    };
    const { text, steps } = await asProposed(words.map(page).join(''));
    expect(steps).toContain('pages');
    expect(text.replace(/\s+/g, ' ').trim()).toBe(words.map((word) => `${FILLED}It was the old ${word} and the miller had seen it.`).join(' ')); // prettier-ignore
    const parts = words
      .map((word, at) => `${at + 1}\n\nIt was the old ${word}, and the miller had seen it.\n\n`)
      .join('');
    expect(await asProposed(parts)).toEqual({ text: parts, steps: [] });
    const verses = (title: (at: number) => string) =>
      words
        .map((word, at) => `${title(at + 1)}\n\nthe ${word} of the mill\na heron in the river\nnobody comes\n\n`)
        .join('');
    for (const title of ['Haiku #', 'No. #', '# heron', '#']) {
      const text = verses((at) => title.replace('#', String(at)));
      expect(await asProposed(text)).toEqual({ text, steps: [] });
    }
  });

  it('leave out contents, but no chapter', async () => {
    const text = 'CONTENTS\n\nCHAPTER 1. Out\nCHAPTER 2. In\n\nCHAPTER 1. Out\n\nIt rained.\nThe end . . . . . . 12\n';
    expect(await after('contents', text)).toBe('CHAPTER 1. Out\n\nIt rained.\n');
    expect(await after('contents', `She.\n\n\n\n${text}`)).toBe('She.\n\n\n\nCHAPTER 1. Out\n\nIt rained.\n');
  });

  it('leave out contents that dots lead to pages, by themselves, and no chapter behind them', async () => {
    const rows = ['The Weir', 'The Key', 'The Third Step', 'The Heron', 'The Lock'].map((title, at) => `${at + 1}. ${title} ${'.'.repeat(30 - title.length)} ${at * 17 + 1}\n`); // prettier-ignore
    const book = 'CHAPTER 1\n\nThe Weir\n\nIt rained.... and then it stopped.\n';
    for (const [head, dots] of [
      ['', '.'],
      ['CHAPTER          PAGE\n\n', '.'],
      ['', ' .'],
      ['', '…'],
    ]) {
      const list = rows.map((row) => row.replace(/\.{5,}/, (all) => dots.repeat(all.length / 2 + 4))).join('');
      expect(await asProposed(`CONTENTS\n\n${head}${list}${book}`)).toEqual({
        text: book,
        steps: ['contents'],
      });
    }
    const falling = [...rows].reverse().join('');
    for (const text of [`${falling}${book}`, `${rows.slice(0, 3).join('')}${book}`])
      expect((await asProposed(text)).text).toBe(text);
  });

  it('leave out contents whose parts and chapters stand without dots between rows that have them', async () => {
    const row = (title: string, page: number) => `${title} ${'. '.repeat(12)}${page}\n`;
    const part = (name: string, page: number) =>
      `${name}\n\n${row('The Weir', page)}${row('The Key', page + 9)}a long title that\n${row('goes on', page + 12)}\n`;
    const book = 'Part One\n\nChapter 1\n\nThe Weir\n\nIt rained and rained.\n';
    for (const heading of ['Contents', 'Sommaire', 'Spis treści', 'İÇİNDEKİLER', 'MỤC LỤC'])
      for (const names of [
        ['PART ONE', 'PART TWO', 'PART THREE'],
        ['1 Out 3', '2 In 20', '3 Home 40'],
      ]) {
        const list = names.map((name, at) => part(name, at * 20 + 3)).join('');
        expect(await asProposed(`By A. B.\n\n${heading}\n\n${list}${book}`)).toEqual({
          text: `By A. B.\n\n${book}`,
          steps: ['contents'],
        });
      }
    const stories = `Part One\n\nIt rained.\n\n${row('Wages', 2)}`;
    const list = part('PART ONE', 3) + row('The End', 30);
    expect((await asProposed(`CONTENTS\n\n${list}\n${stories}`)).text).toBe(stories);
    const silent = 'Part One\n\nIt rained.\n\nShe waited.........\n';
    expect((await asProposed(`CONTENTS\n\n${list}\n${silent}`)).text).toContain('Part One\n\nIt rained.\n');
  });

  it('leave out rows that stand in no list, and not those of them that lead to no page', async () => {
    const rows = ['The Weir .......... 3', 'The Key ......... 9', 'Home ........ 12', 'The End ........ 30'];
    const text = `It rained.\n\n${rows.join('\n')}\n\nShe said that she had seen ..........\n\nHe waited.\n`;
    expect((await asProposed(text)).text).toBe(text.replace(`${rows.join('\n')}\n\n`, ''));
  });

  it('leave out contents whose titles all come again, by themselves', async () => {
    for (const [heading, titles] of [
      ['Table of Contents', ['Chapter 1. The Weir', 'Chapter 2. The Key', 'Chapter 3. The Heron', 'Chapter 4. Home']],
      ['目录', ['第一章 河边', '第二章 钥匙', '第三章 鹭鸶', '第四章 回家']],
    ] as const) {
      const told = titles.map((title) => `${title}\n\nIt rained there for days.\n\n`);
      const lists = [titles, titles.map((title, at) => `${title} ${at * 17 + 1}`)];
      for (const list of lists)
        expect(await asProposed(`${heading}\n\n${list.join('\n')}\n\n${told.join('')}`)).toEqual({
          text: told.join(''),
          steps: ['contents'],
        });
      for (const chapters of [told.slice(0, 2), [...told].reverse()]) {
        const text = `${heading}\n\n${titles.join('\n')}\n\n${chapters.join('')}`;
        expect((await asProposed(text)).text).toBe(text);
      }
    }
  });

  it('leave out contents whose titles come again without their numbers and pages, or in two lines', async () => {
    const titles = ['THE WEIR', 'THE KEY', 'THE HERON', 'HOME'];
    const number = ['I', 'II', 'III', 'IV'];
    const chapters = (head: (title: string, at: number) => string) =>
      titles.map((title, at) => `${head(title, at)}\n\nIt rained.\n\nHome\n\n\n`).join('');
    const told = [
      chapters((title, at) => `CHAPTER ${number[at]}.\n\n${title}.`),
      chapters((title, at) => `${number[at]}\n\n${title}`),
      chapters((title, at) => `ADVENTURE ${number[at]}. ${title}`),
    ];
    const lists = [
      titles.map((title, at) => `${number[at].padStart(6)}. ${title.padEnd(40)}${at * 17 + 1}`),
      ['     PREFACE                 vii', ...titles.map((title, at) => `${number[at]} ${title}   ${at * 17 + 1}`)],
      titles.map((title, at) => ` CHAPTER ${number[at]}. ${title.toLowerCase()}.`),
      titles.map((title) => `  ${title}`),
    ];
    for (const book of told)
      for (const list of lists) {
        const all = `${list.length > 4 ? 'PREFACE\n\nIt was wet.\n\n\n' : ''}${book}`;
        const head = 'CONTENTS\n\nCHAP.          PAGE\n\n';
        const { text, steps } = await asProposed(`BY A. B.\n\n${head}${list.join('\n')}\n\n\n\n\n${all}`);
        expect(steps).toContain('contents');
        expect(text.replace(/\n{3,}/g, '\n\n')).toBe(`BY A. B.\n\n${all}`.replace(/\n{3,}/g, '\n\n'));
      }
  });

  it('leave a list alone that does not come again beside one that does, and what only is called contents', async () => {
    const titles = ['Chapter 1. The Weir', 'Chapter 2. The Key', 'Chapter 3. The Heron', 'Chapter 4. Home'];
    const told = titles.map((title) => `${title}\n\nIt rained there for days.\n\n`).join('');
    const pictures = 'LIST OF ILLUSTRATIONS\n\nThe old mill      12\nA heron flies     40\n\n\n\n\n';
    expect(await asProposed(`CONTENTS\n\n${titles.join('\n')}\n\n\n\n${pictures}${told}`)).toMatchObject({
      text: `${pictures}${told}`,
    });
    const poem = 'Contents\n\nA key, a stone,\na feather of a heron,\ntwo letters\nand a lock.\n\nHe shut the box.\n';
    for (const text of [poem, `${poem}${told}`]) expect((await asProposed(text)).text).toBe(text);
    const refrain = 'the rain falls\nthe rain falls on\nthe rain falls on me\nthe rain\n\n';
    const song = `Contents\n\n${refrain}${'the river is high\n\n'}${refrain}`;
    expect((await asProposed(song)).text).toBe(song);
    expect(await after('contents', poem)).toBe(poem);
  });

  it('leave no line out that only ends with a pause', async () => {
    const text = 'He waited....\nHe waited, and then.... and then\n他没有说话……\nIt was I.... I\n';
    expect(await found(text)).not.toContain('contents');
    expect(await after('contents', `${text}The weir...... 12\nThe key . . . . . iv\n目录…… 3\n`)).toBe(text);
  });

  it('make quotes and dashes one kind', async () => {
    const text = '“Go,” she said -- and it’s late.\n"Go," he said — \'now\'.\n';
    expect(await after('quotes', text)).toBe('"Go," she said — and it\'s late.\n"Go," he said — \'now\'.\n');
    expect(await after('quotes', text, { quotes: 'curly' })).toBe(
      '“Go,” she said — and it’s late.\n“Go,” he said — ‘now’.\n',
    );
    expect(await found('"Go," she said.\n')).not.toContain('quotes');
  });

  it('end the lines of MicroDVD at their bars', async () => {
    const cue = (at: number) => `{${25 * at}}{${25 * at + 20}}Where were you?|At home, ${at}.\n`;
    expect(await after('cues', Array.from({ length: 8 }, (_, at) => cue(at)).join(''))).toMatch(
      /^(?:Where were you\? At home, \d\.\n){8}$/,
    );
  });

  it('leave one blank line, and each line once', async () => {
    expect(await after('blanks', 'one\n\n\n\ntwo\n\nthree\n')).toBe('one\n\ntwo\n\nthree\n');
    const text = 'The river was brown.\nYes.\nThe river was brown.\nYes.\n';
    expect((await findingsOf(text)).find(({ step }) => step === 'repeats')?.share).toBe(0.5);
    expect(await after('repeats', text)).toBe('The river was brown.\nYes.\nYes.\n');
  });

  it('find nothing in plain prose', async () => {
    expect(
      await found('I went out in the morning and walked along the river.\n\nThe river was brown and slow.\n'),
    ).toEqual([]);
  });
});

it('puts a word divided again and again together as long as words are', () => {
  const { text } = prepared('wo-\n'.repeat(2_000), [{ step: 'divided' }]);
  const lengths = text.split('\n').map((line) => line.length);
  expect(lengths.length).toBeGreaterThan(30);
  expect(Math.max(...lengths)).toBeLessThan(110);
});
