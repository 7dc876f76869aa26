import { describe, expect, test } from 'vitest';
import { ownSeconds } from '../../tools/own-time.ts';
import { read } from './read.ts';

const words = async (holds: string) => {
  const { text, kind } = await read({ holds: `# Mill\n\n${holds}\n` }, { name: 'a.md' });
  expect(kind).toBe('markdown');
  return text.replace(/^Mill\n\n/, '').trimEnd();
};

describe('marks that programs have added to Markdown', () => {
  test.each([
    ['a link with a name', 'It was [[Ada Lovelace|Ada]] who came.', 'It was Ada who came.'],
    ['a link', 'Behind her [[Bo]]s *dog*.', 'Behind her Bos dog.'],
    ['a link to a heading', 'The road to [[Villages#Weir]] and [[#Bridge]].', 'The road to Villages and Bridge.'],
    ['a link in Chinese', '他遇见了[[李白]]，又见[[杜甫|他]]。', '他遇见了李白，又见他。'],
    ['a page or picture that is shown', 'See:\n\n![[map.png|300]]\n\nSo.', 'See:\nSo.'],
    [
      'a highlight',
      'It was ==steep and *dark*== — or ==dark==, he said.',
      'It was ==steep and dark== — or dark, he said.',
    ],
    ['a comment', 'She came. %% which month? %% She left.', 'She came. She left.'],
    ['a comment of several lines', 'She came.\n\n%%\nask\nagain\n%%\n\nShe left.', 'She came.\nShe left.'],
    ['a note in the line', 'They stood.^[Or so it was told.] It ran on.', 'They stood. It ran on.'],
    ['a name of a paragraph', 'The weir was built. ^a1b2c3', 'The weir was built.'],
    [
      'a box',
      '> [!note] A *short* reminder\n> The weir was old.\n>\n> So.',
      'A short reminder\nThe weir was old.\nSo.',
    ],
    [
      'contents that a program made',
      '- [The Weir](#the-weir)\n    - [The Mill](#the-mill)\n- [Home](#home)\n\nIt was old.',
      'It was old.',
    ],
    ['a list of links elsewhere', '- [The Weir](weir.md)\n- [Home](#home)\n\nOld.', 'The Weir\nHome\nOld.'],
    ['a list with a word beside its link', '- [The Weir](#weir), old\n- [Home](#home)', 'The Weir, old\nHome'],
    ['a box without title', '> [!WARNING]\n> The weir was old.', 'The weir was old.'],
    ['a folded box', '> [!tip]- Tip\n>\n> Old.', 'Tip\nOld.'],
    ['a heading that has a name', 'So.\n\n## The Weir {#weir .unnumbered}\n\nOld.', 'So.\n\nThe Weir\n\nOld.'],
    [
      'verse of pandoc',
      'So.\n\n| The weir was *old*,\n|   and so was he.\n\nOld.',
      'So.\n\nThe weir was old,\nand so was he.\n\nOld.',
    ],
    [
      'a table of pandoc',
      'So.\n\n  Name   Age\n  ------ -----\n  Ruth   30\n  Tom A. 7\n\nOld.',
      'So.\n\nName\tAge\nRuth\t30\nTom A.\t7\n\nOld.',
    ],
    ['a question to a program', 'So.\n\n```dataview\nlist from #mill\n```\n\nOld.', 'So.\n\nOld.'],
  ])('%s', async (_, written, text) => {
    expect(await words(written)).toBe(text);
  });

  test.each([
    'In R one writes x[[1]] and f(a)[[2]] for it.',
    'Where x == y and y == z, or a==b and c==d.',
    'It fell 20%% and rose 30%% again. 50 %% of it, 60 %% of that.',
    'The area is r ^2, the sum x ^n.',
    'I never liked him ^this',
    'She wrote [!] on the wall, and {x} = {y}.',
  ])('are not seen in %j', async (line) => {
    expect(await words(line)).toBe(line);
  });

  test('are not seen in code', async () => {
    expect(await words('Use `a [[b]] ==c== ~~d~~` *or*:\n\n```js\nx = [[1]] %% 2 %% ==y== ^abcd\n```\n\nSo.')).toBe(
      'Use a [[b]] ==c== ~~d~~ or:\n\nx = [[1]] %% 2 %% ==y== ^abcd\n\nSo.',
    );
  });

  test('take no longer where they were made to be slow', async () => {
    const long = 2 ** 17;
    const holds = ['[[a', '==a', '%% a', '^[a', ' ^a-', '> [!a', '## a {', '[[a|', '%%%', '===a'];
    const all = async () => {
      for (const mark of holds) await read({ holds: `# a\n\n${mark.repeat(long / mark.length)}\n` }, { name: 'a.md' });
    };
    expect(await ownSeconds(all)).toBeLessThan(6);
  });
});

test('entities are written once, in words, in pieces of pages and never in code', async () => {
  const holds = '# A &amp; B\n\n*So* &amp;lt; it.\n\n<div>Fish &amp; chips &amp;lt;</div>\n\n`&amp;`\n';
  expect((await read({ holds }, { name: 'a.md' })).text).toBe('A & B\n\nSo &lt; it.\nFish & chips &lt;\n&amp;\n');
});

test('the title that pandoc reads at the beginning is left out, a line with a sign of a hundred is not', async () => {
  const { text } = await read(
    { holds: '% The Weir\n  of Mill\n% Ada\n% 1900\n\nIt was *old*.\n\n% so\n' },
    { name: 'a.md' },
  );
  expect(text).toBe('It was old.\n% so\n');
});
