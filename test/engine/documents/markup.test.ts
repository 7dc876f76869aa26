import { expect, test } from 'vitest';
import { read } from './read.ts';

const page = (body: string) => ({ holds: `<!doctype html><title>No</title><body>${body}</body>` });

const PAGES: [what: string, body: string, text: string][] = [
  [
    'blanks are one, entities are letters',
    '<p>Tom &amp;\n   Mia&nbsp;walked &mdash; &#8220;on&#x201d;.</p>',
    'Tom & Mia walked — “on”.\n',
  ],
  [
    'lines that are broken, and preformatted ones',
    '<p>one<br>two<br/><br>three</p><pre>a  b\n  c</pre>',
    'one\ntwo\n\nthree\n\na  b\n  c\n',
  ],
  [
    'stanzas stand apart, and paragraphs that are shown empty',
    '<p>He sang:</p><p>The moon is on the hill,<br>The crow is on the mill.</p><p>My love,<br>My love.</p><p>He went.</p><p>&nbsp;</p><p>She came.</p><p></p><p>So.</p>',
    'He sang:\n\nThe moon is on the hill,\nThe crow is on the mill.\n\nMy love,\nMy love.\n\nHe went.\n\nShe came.\nSo.\n',
  ],
  ['headings stand apart', '<h1>A</h1><p>b</p><h2>C</h2>d', 'A\n\nb\n\nC\n\nd\n'],
  [
    'programs, menus and controls are left out',
    '<nav><a>Home</a></nav><script>if (a<b) x()</script><style>p{}</style><p>word<noscript>no</noscript></p><button>Go</button><footer>(c)</footer>',
    'word\n',
  ],
  [
    'a footer in a quotation is its writer',
    '<blockquote><p>So it was.</p><footer>A. Nobody</footer></blockquote>',
    'So it was.\nA. Nobody\n',
  ],
  [
    'what an author says to readers stands apart, whole',
    '<blockquote class="userstuff"><p>For Bo.</p><blockquote><p>Sung.</p></blockquote><p>Be kind.</p></blockquote><p>It rose.</p><blockquote><p>So.</p></blockquote><p>It fell.</p>',
    'For Bo.\nSung.\nBe kind.\n\nIt rose.\nSo.\nIt fell.\n',
  ],
  ['what is hidden', '<p hidden>a</p><p style="color:red; display: none">b</p><p>c</p>', 'c\n'],
  [
    'marks of notes',
    '<p>It was.<sup><a href="#n1">[1]</a></sup> So.<a href="#fn2" class="footnote-ref">2</a></p><div class="footnotes"><p>A note</p></div>',
    'It was. So.\n',
  ],
  [
    'notes of a Word document that Calibre made a book of, each with a class of its own',
    '<p>It was.</p><dl id="note_1" class="footnote"><dt>[<a href="#b1">←1</a>]</dt><dd><p>A note.</p></dd></dl><dl id="note_2" class="footnote1"><dt>[<a href="#b2">←2</a>]</dt><dd><p>One.</p><p>Two.</p></dd></dl>',
    'It was.\n',
  ],
  [
    'notes that marks lead to, and that lead back',
    '<div><p>It was.<sup><a href="#ftnt1" id="ref1">[1]</a></sup> So.</p></div><div><p><a href="#ref1" id="ftnt1">[1]</a> A note.</p><p>End.</p></div>',
    'It was. So.\nEnd.\n',
  ],
  [
    'chapters that numbers lead to, and that lead back',
    '<p><a id="t1" href="#c1">[1]</a> Snow</p><div><h2><a id="c1" href="#t1">[1]</a> Snow</h2><p>It fell.</p></div>',
    'Snow\n\nSnow\n\nIt fell.\n',
  ],
  [
    'numbers of printed pages, and notes that have the name themselves',
    '<p>It<span class="pagenum" id="p4">4</span> was.<sup><a id="r1" href="#n1">1</a></sup></p><h2>Notes</h2><p id="n1"><a href="#r1">1</a> A note.</p><p>1 fox.</p>',
    'It was.\n\nNotes\n\n1 fox.\n',
  ],
  [
    'numbers of verses',
    '<div class="stanza"><div>The moon is up,<span class="lnum">10</span></div><p>The wind is on.<span class="linenum">11</span></p></div><p>He went <span class="outline">on</span>.</p>',
    'The moon is up,\nThe wind is on.\n\nHe went on.\n',
  ],
  [
    'stanzas whose lines are elements',
    '<div class="poem"><div class="stanza"><p>The moon is up,</p><p>The wind is on.</p></div><div class="stanza"><div>My love,</div><div>My love.</div></div></div><p>He went.</p>',
    'The moon is up,\nThe wind is on.\n\nMy love,\nMy love.\n\nHe went.\n',
  ],
  [
    'what a site puts round it',
    '<a class="skip-link" href="#c">Skip</a><header><h1>A blog</h1></header><main><article><header><h1>Snow</h1></header><h2>One<span class="mw-editsection">[edit]</span></h2><p>It fell.</p><aside>Aside.</aside><div class="sharedaddy">Share</div><div id="comments" class="comments-area">Nice</div></article></main><aside><h2>Recent</h2></aside>',
    'Snow\n\nOne\n\nIt fell.\nAside.\n',
  ],
  [
    'a head where nothing says what the page is about',
    '<header><h1>Snow</h1><p>by Ann</p></header><p>It fell.</p><aside>Aside.</aside>',
    'Snow\n\nby Ann\nIt fell.\nAside.\n',
  ],
  [
    "Word's numbers of a list",
    '<p><![if !supportLists]><span style="mso-list:Ignore">1.<span>&nbsp; </span></span><![endif]>Snow fell.</p>',
    'Snow fell.\n',
  ],
  [
    'what is raised and no note',
    '<p>E = mc<sup>2</sup>, the 4<sup>th</sup> <a href="#x">chapter</a></p>',
    'E = mc2, the 4th chapter\n',
  ],
  ['rows of cells', '<table><tr><td><p>a</p></td>\n<td>b</td></tr><tr><td></td><td>c</td></tr></table>', 'a\tb\nc\n'],
  ['elements that nobody closes', '<p>one<p>two<ul><li>three<li>four</ul>', 'one\ntwo\nthree\nfour\n'],
  ['readings beside a word', '<p><ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp></ruby>字</p>', '漢字\n'],
];
test.each(PAGES)('of a page, %s', async (_, body, text) => {
  expect((await read(page(body))).text).toBe(text);
  expect((await read(page(body), { size: 1 })).text).toBe(text);
});

test('a page of Google Docs is its document, without head, notes and comments', async () => {
  const holds =
    '<html><head></head><body class="c5 doc-content"><div><p>Rowe / SNOW</p></div><h1>Snow</h1><p>It fell.<sup><a href="#cmnt1" id="cmnt_ref1">[a]</a></sup></p><div><p><a href="#cmnt_ref1" id="cmnt1">[a]</a><span>Really?</span></p><p>Yes.</p></div></body></html>';
  expect((await read({ holds })).text).toBe('Snow\n\nIt fell.\n');
});

test('a page is in the encoding it says, unless its bytes say otherwise', async () => {
  const words = 'Le café était déjà fermé, et la fenêtre aussi ; à la fin, elle a été très fâchée.';
  const holds = (charset: string, encoding: BufferEncoding) =>
    Buffer.from(`<html><head><meta charset="${charset}"></head><p>${words}</p>`, encoding);
  const pages = [
    ['windows-1252', 'latin1'],
    ['iso-8859-1', 'utf8'],
    ['utf-8', 'latin1'],
  ] as const;
  for (const [charset, encoding] of pages)
    expect((await read({ holds: holds(charset, encoding) })).text).toBe(`${words}\n`);
  const cyrillic = Buffer.from([0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2]);
  const said = Buffer.concat([
    Buffer.from('<html><meta http-equiv="Content-Type" content="text/html; charset=windows-1251"><p>'),
    cyrillic,
  ]);
  expect((await read({ holds: said })).text).toBe('Привет\n');
});

test("a document's own entities stay unread", async () => {
  const bomb = '<!DOCTYPE html [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;"><!ENTITY x SYSTEM "file:///etc/passwd">]>\n';
  expect((await read({ holds: `${bomb}<html><p>&b; &x; end</p></html>` })).text).toBe('&b; &x; end\n');
});

const rtf = (body: string) => ({
  holds: Buffer.from(
    `{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0 A;}{\\f1\\fcharset204 B;}{\\f2\\fcharset134 C;}}{\\stylesheet{\\s1 heading 1;}}${body}}`,
    'latin1',
  ),
});
const DOCUMENTS: [what: string, body: string, text: string][] = [
  [
    'letters of several code pages',
    "Caf\\'e9 {\\f1 \\'cf\\'f0\\'e8} {\\f2 \\'c4\\'e3\\'ba\\'c3}\\par \xe9",
    'Café При 你好\né\n',
  ],
  [
    'numbers of characters, and what stands for them',
    "\\u8220?a\\u8221? {\\uc2\\u-10179 \\'3f\\'3f\\u-8704 ??}\\uc0\\u233 b",
    '“a” 😀éb\n',
  ],
  [
    'lines, tabs and signs',
    'a\\line b\\tab c\\par d\\_e\\~f\\-g \\{h\\}\\par \\ldblquote i\\rdblquote\\emdash j',
    'a\nb\tc\n\nd-e\u00a0fg {h}\n“i”—j\n',
  ],
  [
    'groups that hold no text',
    '{\\info{\\title No}}{\\header No}{\\*\\generator No;}{\\pict 0102}a{\\footnote No}b{\\v no}{\\deleted no}c',
    'abc\n',
  ],
  ['headings and cells', '\\pard\\s1 One\\par\\pard a\\cell b\\cell\\row c\\par', 'One\n\na\tb\nc\n'],
  [
    'a field is its result, a page number none',
    '{\\field{\\*\\fldinst HYPERLINK "x"}{\\fldrslt link}} {\\field{\\*\\fldinst PAGE}{\\fldrslt 7}}end',
    'link end\n',
  ],
  [
    "Scrivener's styles and asides",
    '<$Scr_Ps::0>So {\\Scrv_annot \\color={\\R=1.0\\G=0.0\\B=0.0} \\text=check \\end_Scrv_annot}it was.<!$Scr_Ps::0>\\par',
    'So it was.\n',
  ],
  ['bytes of a picture', 'a{\\pict\\bin7 }}}}}}}}b', 'ab\n'],
];
test.each(DOCUMENTS)('of an RTF document, %s', async (_, body, text) => {
  expect((await read(rtf(body))).text).toBe(text);
  expect((await read(rtf(body), { size: 50 })).text).toBe(text);
});

test('an RTF document may be written in UTF-8, behind its mark', async () => {
  expect((await read({ holds: '\ufeff{\\rtf1\\ansi caf\u00e9 \u201cso\u201d\\par \u4f60\u597d}\n' })).text).toBe(
    'café “so”\n你好\n',
  );
});

const cue = (number: number, text: string) =>
  `${number}\n00:00:0${number},000 --> 00:00:0${number + 1},500\n${text}\n\n`;
test('subtitles give each who speaks a line', async () => {
  const times = (at: number) => `00:0${at}.000 --> 00:0${at}.900\n`;
  const said = ['<v Ada>are you there', '<v Bo>yes I am', 'Ada Li: which keys', 'the red ones', '>> who said that'];
  const { text } = await read({ holds: `WEBVTT\n\n${said.map((line, at) => times(at) + line).join('\n\n')}\n` });
  expect(text).toBe('Ada: are you there\nBo: yes I am\nAda Li: which keys the red ones\n>> who said that\n');
});

test('a wiki with a few elements among its words keeps its paragraphs', async () => {
  const holds = `<span id="a"></span>\n= A walk =\n\nThe fox <i>met</i> the <b>crow</b>.\n\nIt sang<ref>so</ref>.<br/>\n\nNobody heard.\n\n<blockquote>Well.</blockquote>\n\nThe end.\n\n<p>x</p>\n`;
  const { kind, text } = await read({ holds }, { name: 'a.txt' });
  expect(kind).toBe('text');
  expect(text).toContain('crow</b>.\n\nIt sang');
});

test('subtitles are what is said, sentences joined', async () => {
  const holds =
    cue(1, '<i>I went to the\nmarket</i> and') +
    cue(2, 'bought {\\an8}a fish.') +
    cue(3, '- Really?\n- Yes.') +
    cue(4, '1999');
  const { text, found } = await read({ holds });
  expect(text).toBe('I went to the market and bought a fish.\n- Really?\n- Yes.\n1999\n');
  expect(found).toEqual({ kind: 'subtitles', format: 'srt', cues: 4 });
});

test('what is shown on from one cue to the next is said once, what comes again behind a gap twice', async () => {
  const shown = (from: string, to: string, text: string) => `${from} --> ${to}\n${text}\n\n`;
  const rolls = shown('00:01.000', '00:02.000', 'No.') + shown('00:02.010', '00:03.000', 'No.\nNever.');
  const again = shown('01:00:03.500', '01:00:04.000', 'Never.') + shown('01:00:05.000', '01:00:06.000', 'Never.');
  const { text } = await read({ holds: `WEBVTT\n\n${rolls}${again}` });
  expect(text).toBe('No.\nNever.\nNever.\nNever.\n');
});

test('WebVTT loses notes, styles and names of cues', async () => {
  const holds =
    'WEBVTT - x\nKind: captions\n\nSTYLE\n::cue { color: red }\n\nNOTE no\n\nintro\n00:01.000 --> 00:02.000 line:0\n<v Ada>Hello<00:01.500> there, &amp; you.\n';
  expect((await read({ holds })).text).toBe('Ada: Hello there, & you.\n');
});

test('WebVTT names who speaks when another begins, and loses classes, times, readings and regions', async () => {
  const cues = [
    '<v.first.loud Ada Li>It was the <i>river</i></v>',
    '<v Ada Li>that <c.yellow>rose</c>.</v>',
    '<v Ada Li>We <00:00:03.000>ran.</v>\n<v Bo &amp; Co>Not <lang fr>moi</lang>.</v>',
    'Nobody <ruby>knew<rt>new</rt></ruby>.',
    '<v Bo &amp; Co>1 < 2, and x<v.',
  ];
  const shown = cues.map((cue, at) => `c${at}\n00:0${at}.000 --> 00:0${at}.900 region:fred align:left\n${cue}\n`);
  const holds = `WEBVTT\n\nREGION\nid:fred\nwidth:40%\n\nSTYLE\n::cue(v[voice="Ada Li"]) { color: lime }\n\nNOTE\n00:05 is a time\nof nothing\n\n${shown.join('\n')}`;
  const { text, found } = await read({ holds });
  expect(text).toBe(
    'Ada Li: It was the river that rose.\nWe ran.\nBo & Co: Not moi.\nNobody knew.\nBo & Co: 1 < 2, and x<v.\n',
  );
  expect(found).toMatchObject({ cues: 5, omitted: { readings: 1 } });
});
