import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findingSchema, stepNames } from '../../../../electron/contract/preparation.ts';
import { examine } from '../../../../electron/engine/text/preparation/index.ts';
import { steps } from '../../../../electron/engine/text/preparation/steps.ts';
import { anyText } from '../texts.ts';
import { findingsOf, prepared } from './prepared.ts';
import { novel } from './texts.ts';
import { ownSeconds } from '../../../tools/own-time.ts';

const EVERYTHING = stepNames.map((step) => ({ step }));
const CHAT = readFileSync(new URL('../../../cases/texts/14-whatsapp-ios.txt', import.meta.url), 'utf8');
const FRAME = readFileSync(new URL('../../../cases/texts/13-frame.txt', import.meta.url), 'utf8');
const COPIED = Array.from({ length: 9 }, (_, at) => `Ada\n 9:4${at} AM\nOn\n9:4${at}\nBo\n10:4${at} AM\nOff\n`).join(
  '',
);
const MAILS = Array.from(
  { length: 5 },
  (_, at) =>
    `From a@b.org Fri Mar  1 09:1${at}:00 2024\nTo: b\n\nYes.\nOn 1 Mar 2024 at 9:41,\nAda wrote:\n> Why?\nso\n-- \nBen\n\n`,
).join('');
const CLIPPINGS = 'A (B)\n- p. 1 | 2\n\nSo it\nwas.\n==========\n'.repeat(5);
const BOOK =
  'The weir,* it\nwas.\n\n* So\nit was.\n\nThe old [Pg 12] man _went\ndown_[1] to the\n\n[Illustration: HE\n\nWENT]\n\nriver. =So= it\n\n[Footnote 1: Or\nso.]\n\n[1] never\n\n［＃改ページ］\n烏《からす》に｜会い《あい》\n[Sidenote: x';
const TEXTS = [
  "{{a\n|b=c}}\n== River ==\n'''The''' [[a|b]] and [[c]].\n{|\n| x\n|}\nIt [b]rained[/b].\n".repeat(5),
  "\\section{A}\n% no\n\\emph{b\nc} ``d''\n\\begin{figure}\nx\n\\end{figure}\n#+TITLE: A\n* B :c:\n".repeat(5),
  "= A\n:b: c\n== D\n// no\n*e* <<f,g>>footnote:[h\ni] ``j''\n////\nx\n////\n[quote]\n____\nk\n____\n".repeat(5),
  '~~A~~\n====== B ======\n//c// **d** [[e|f]]((g))\\\\ h\n  * i\n^ j ^\n| k |\n----\nh1. L\n\n|_. m|\nfn1. n\n"o":http://p\n'.repeat(
    4,
  ),
  'h1. A\n{quote}\n*b* [c|http://d]\n{quote}\n||e||\n{code}\n*f*\n{code} {{g}}\nh2. H\n'.repeat(4),
  '\\c 1\n\\p\n\\v 1 So \\f + \\ft it\\f* was,\n\\q1 \\w so|a="b"\\w*\n\\b\n:: A [b]\n[[c->d]] <<e>>\n:: StoryData\n{\n}\n\n:: F\n(set: $a to 1)g\n{title: H}\n[Am]so [F/C]it\n{sot}\ni\n{eot}\n# j\n'.repeat(
    4,
  ),
  'Chapter 1\n\nA/N: so\nit\n\nwas (A/N: b) c\n\nChapter End Notes\n\n d\n\n☆、第二章\n作者有话要说：e\n求月票\nPosted originally on the Archive of Our Own at f\nNotes\ng\n\nh\n'.repeat(
    4,
  ),
  '《A》\n\nB\n4个笔记\n\n◆ C\n\n>> D\nE\n2024/03/05发表想法\nF\n\n-- 来自微信读书\n',
  'INT. A - DAY\n\n[[b\nc]] *d*\n/* e\nf */\n# G\n> H <\n!I\n\nEXT. J - DAY\n'.repeat(4),
  'INT. A - DAY\n\nB opens it and goes to the\nwindow, it is not\n\nMIA\n(so\nso)\nWell I do not know what\nto say of it, so\nI go.\n(MORE)\n\n'.repeat(
    6,
  ),
  '<doc id="1" url="u" title="A">\nA\n\nb\n</doc>\n'.repeat(4),
  '.ds a b\n.TH A 1\n.SH A\nb\n.BR c (1),\n\\*a \\(em\n\n.TP\nd\ne\n.de f\n..\n.nf\n g\n.fi\n.Op Fl a Ar b .\n'.repeat(
    4,
  ),
  'A\n=\n.. image:: b\n   :c: d\n\n   e\nf [1]_ `g <h>`_ :i:`j`\n.. [1] k\n\n..\n   l\n\n'.repeat(5),
  'The cafÃ© was shut.\nItâ€™s Ã©tÃ©.\nVOILÀ…\n'.repeat(4),
  BOOK.repeat(3),
  MAILS,
  CLIPPINGS,
  COPIED,
  novel(64, 2, 'blank').wrapped,
  novel(70, 4, 'spaced').wrapped,
  CHAT,
  FRAME + FRAME,
  `${FRAME}\n${CHAT}`,
];

describe('a text in pieces', () => {
  it('has its steps in the order of their names', () => {
    expect(steps.map(({ name }) => name)).toEqual([...stepNames]);
  });

  it('is prepared the same wherever it is cut, and so are its figures', () => {
    const cutText = fc
      .oneof(fc.constantFrom(...TEXTS), anyText)
      .chain((text) => fc.tuple(fc.constant(text), fc.array(fc.nat(text.length), { maxLength: 12 })));
    fc.assert(
      fc.property(cutText, ([text, cuts]) => {
        const places = cuts.toSorted((one, other) => one - other);
        expect(prepared(text, EVERYTHING, places)).toEqual(prepared(text, EVERYTHING));
      }),
      { numRuns: 150, seed: 7 },
    );
  });

  it('is found to be the same wherever it is cut, in findings that fit the contract', async () => {
    for (const text of TEXTS) {
      const whole = await findingsOf(text);
      for (const finding of whole) expect(findingSchema.parse(finding)).toEqual(finding);
      const pieces = text.match(/[^]{1,97}/g) ?? [];
      expect(await examine(pieces, { language: 'en', kind: 'text' })).toEqual(whole);
    }
  });

  it('comes back to the letter where nothing is chosen', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(prepared(text, []).text).toBe(text);
      }),
      { numRuns: 100, seed: 3 },
    );
  });

  it('is held line by line, however long a line is', () => {
    const long = 'The river was brown. '.repeat(60_000);
    const { text, figures } = prepared(`${long}\0${long}`, [{ step: 'signs' }], [1_000_000]);
    expect(text).toBe(long + long);
    expect(figures).toEqual([{ step: 'signs', places: 1, characters: 1 }]);
  });

  it('takes no longer for lines that were made to be slow', async () => {
    const lines = [
      '**a '.repeat(30_000),
      '_a '.repeat(30_000),
      `${'a'.repeat(120_000)} b-\nc`,
      `00:00:01,000 --> 00:00:02,000${' a:b:c:d:e'.repeat(2_000)} x`,
      'a@'.repeat(60_000),
      '[a]('.repeat(30_000),
      '. '.repeat(60_000),
      `[01/03/24, 1:00:00 PM] ${': '.repeat(40_000)}`,
      '&'.repeat(100_000),
      'Ã©'.repeat(60_000),
      'â€'.repeat(60_000),
      '[[a'.repeat(40_000),
      '(A/N: '.repeat(30_000),
      `A/N${' (A/N a'.repeat(20_000)}`,
      '{{'.repeat(60_000),
      `{\\${'a'.repeat(120_000)}`,
      `{${'\\a'.repeat(60_000)}`,
      "''a".repeat(40_000),
      '<ref>'.repeat(30_000),
      '[quote=a'.repeat(20_000),
      '\\a{'.repeat(40_000),
      '\\a[b]{'.repeat(30_000),
      '\\begin{figure}'.repeat(10_000),
      '#+a[[b]['.repeat(20_000),
      '\\cite{a}{b}'.repeat(20_000),
      'footnote:['.repeat(20_000),
      '<<a,'.repeat(30_000),
      '``a'.repeat(40_000),
      ':a:`b'.repeat(30_000),
      '|a b'.repeat(40_000),
      '*a_b'.repeat(40_000),
      `.. ${'a'.repeat(100_000)}::`,
      'link:a['.repeat(20_000),
      'a:b '.repeat(40_000),
      '=== '.repeat(40_000),
      `\\"${' '.repeat(100_000)}x`,
      'http://'.repeat(20_000),
      `====== a ======\n${'//a '.repeat(10_000)}`,
      `====== a ======\n${'((a '.repeat(10_000)}`,
      `====== a ======\n${'**a__b'.repeat(10_000)}`,
      `h1. a\n${'"a":/'.repeat(10_000)}`,
      `h1. a\n${'%{a'.repeat(10_000)}`,
      `h1. a\n|${'_. '.repeat(10_000)}|`,
      `====== a ======\n${'%%<code>'.repeat(20_000)}`,
      `h1. a\n${'<pre>@a '.repeat(20_000)}`,
      `h1. a\n${'==a @b'.repeat(20_000)}`,
      `h1. a\n{quote}\n${'[a|http:'.repeat(20_000)}`,
      `h1. a\n{quote}\n${'{{a'.repeat(20_000)}`,
      `h1. a\n${'{code}a'.repeat(20_000)}`,
      `INT. A\n${'[[a '.repeat(20_000)}`,
      `INT. A\n${'*a _b '.repeat(20_000)}`,
      `.SH a\n${'.if n '.repeat(20_000)}`,
      `.SH a\n.if (${'('.repeat(100_000)}`,
      `.SH a\n.if '${'a'.repeat(100_000)}`,
      `.SH a\n.if t ${'\\{'.repeat(50_000)}`,
      `.SH a\n${'\\f['.repeat(10_000)}`,
      `.SH a\n.B ${'"a'.repeat(10_000)}`,
      `.SH a\n.B${' '.repeat(262_000)}x`,
      `.SH a\n.B "${'a'.repeat(262_000)}`,
      `.SH a\n\\&${' '.repeat(262_000)}x`,
      `.Sh a\n.Op ${'Op '.repeat(2_000)}`,
      `.SH a\n${"\\h'".repeat(10_000)}`,
      `<doc id="a" ${'a="" '.repeat(10_000)}`,
      '[Illustration: '.repeat(9_000),
      '[Footnote 1: ['.repeat(9_000),
      'a _b _c '.repeat(30_000),
      '=a '.repeat(30_000),
      '｜a'.repeat(60_000),
      '［＃'.repeat(60_000),
      '《'.repeat(60_000),
      `a${'[Pg 1] '.repeat(30_000)}`,
      'a* b\n'.repeat(40_000),
      `a*\n\n${'* b\n\n'.repeat(20_000)}`,
      'a* '.repeat(40_000),
      `# a${' '.repeat(200_000)}b`,
    ];
    const all = async () => {
      for (const line of lines) {
        await findingsOf(`${line}\n`);
        prepared(`${line}\n`, EVERYTHING);
      }
    };
    expect(await ownSeconds(all)).toBeLessThan(12);
  });
});
