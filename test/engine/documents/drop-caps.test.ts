import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { withCaps } from '../../../electron/engine/text/documents/pdf/drop-caps.ts';
import { linesOf } from '../../../electron/engine/text/documents/pdf/lines.ts';
import { read } from './read.ts';

const page = async (body: string) => (await read({ holds: `<!DOCTYPE html><html><body>${body}</body></html>` })).text;

describe('the large letter of a chapter in a page', () => {
  it.each([
    ['<p><span class="dropcap">T</span>he miller rose.</p>', 'The miller rose.\n'],
    ['<p><span class="dropcap">T</span>\n he miller rose.</p>', 'The miller rose.\n'],
    ['<p>“<span class="drop-cap">T</span> hey rose.”</p>', '“They rose.”\n'],
    ['<div class="initial"><b>“T</b></div><p>hey rose.”</p><p>It rained.</p>', '“They rose.”\nIt rained.\n'],
    ['<p><img class="dropcap" src="t.png" alt="T"/>he miller rose.</p>', 'The miller rose.\n'],
    ['<p><span class="dropcap"><img src="a.png" alt="A"/></span>t dawn he rose.</p>', 'At dawn he rose.\n'],
    ['<p><span class="dropcap">T</span>HE MILLER rose.</p>', 'THE MILLER rose.\n'],
  ])('is put to its word: %s', async (body, text) => {
    expect(await page(body)).toBe(text);
  });

  it.each([
    ['<p><span class="dropcap">A</span> miller rose.</p>', 'A miller rose.\n'],
    ['<p><span class="dropcap">I</span><br>rose.</p>', 'I\nrose.\n'],
    ['<div class="initial">B</div><p>Brown, a river</p>', 'B\nBrown, a river\n'],
    ['<div class="initial section">The weir</div><p>it was old</p>', 'The weir\nit was old\n'],
    ['<p>Plan <b>B</b> was old.</p>', 'Plan B was old.\n'],
    ['<p><img src="t.png" alt="T"/>he</p>', 'he\n'],
    ['<p>It rained.</p><p class="drop">T</p>', 'It rained.\nT\n'],
  ])('is left where it stands, where nobody knows: %s', async (body, text) => {
    expect(await page(body)).toBe(text);
  });
});

describe('the large letter of a chapter in a PDF', () => {
  const piece = (str: string, x: number, y: number, height: number) =>
    ({ str, transform: [height, 0, 0, height, x, y], width: height * 0.5 * str.length, height, hasEOL: true }); // prettier-ignore
  const told = (...pieces: ReturnType<typeof piece>[]) => withCaps(linesOf(pieces)).map(({ text }) => text);

  it('is put to the line at its head', () => {
    const beside = [piece('he miller rose', 90, 500, 10), piece('and went.', 90, 488, 10)];
    expect(told(piece('T', 60, 476, 34), ...beside)).toEqual(['The miller rose', 'and went.']);
    expect(told(piece('A', 60, 476, 34), ...beside)).toEqual(['A', 'he miller rose', 'and went.']);
  });

  it('is none above the lines of an index, or as small as they are', () => {
    const below = [piece('brown, a river', 90, 440, 10), piece('bridge', 90, 428, 10)];
    expect(told(piece('B', 60, 476, 34), ...below)).toEqual(['B', 'brown, a river', 'bridge']);
    expect(told(piece('B', 60, 400, 10), ...below)).toEqual(['B', 'brown, a river', 'bridge']);
  });
});

describe('the large letter that Word sets in a frame before its paragraph', () => {
  const word = async (body: string) => {
    const document = `<w:document xmlns:w="w"><w:body>${body}</w:body></w:document>`;
    const members = { '[Content_Types].xml': '<Types/>', 'word/document.xml': document };
    const entries = Object.entries(members).map(([name, holds]) => [name, Buffer.from(holds)]);
    return (await read({ holds: zipSync(Object.fromEntries(entries)) })).text;
  };
  const run = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
  const p = (text: string, properties = '') => `<w:p><w:pPr>${properties}</w:pPr>${run(text)}</w:p>`;
  const cap = (text: string, dropCap = 'drop') =>
    p(text, `<w:keepNext/><w:framePr w:dropCap="${dropCap}" w:lines="3"/>`);

  it.each([
    [cap('T') + p('he miller rose.') + p('It rained.'), 'The miller rose.\nIt rained.\n'],
    [p('It rained.') + cap('“A', 'margin') + p(' miller rose.”'), 'It rained.\n“A miller rose.”\n'],
    [cap('Once') + p(' a miller rose.'), 'Once a miller rose.\n'],
    [p('It rained.') + cap('T'), 'It rained.\nT\n'],
    [cap('T', 'none') + p('he rose.'), 'T\nhe rose.\n'],
    [
      cap('This is a whole paragraph that stands in a frame.') + p('It rained.'),
      'This is a whole paragraph that stands in a frame.\nIt rained.\n',
    ],
    [`<w:tbl><w:tr><w:tc>${cap('T')}</w:tc><w:tc>${p('he')}</w:tc></w:tr></w:tbl>`, 'T\the\n'],
    [cap('T') + `<w:tbl><w:tr><w:tc>${p('he')}</w:tc><w:tc>${p('rose')}</w:tc></w:tr></w:tbl>`, 'T\nhe\trose\n'],
    [cap('T') + cap('h') + p('e miller rose.'), 'The miller rose.\n'],
    [
      `${cap('T')}<w:p><w:r><w:txbxContent>${p('The weir')}</w:txbxContent></w:r>${run('he miller rose.')}</w:p>`,
      'The weir\nThe miller rose.\n',
    ],
    [cap('1') + p('In the beginning it rained.'), '1\nIn the beginning it rained.\n'],
    [cap('XII.3.') + p('It rained.'), 'XII.3.\nIt rained.\n'],
  ])('begins it in a .docx', async (body, text) => {
    expect(await word(body)).toBe(text);
  });

  it.each([
    [
      '\\pard\\dropcapli3\\dropcapt1{\\fs112 T}\\par\\pard he miller rose.\\par It rained.\\par',
      'The miller rose.\nIt rained.\n',
    ],
    ['\\pard It rained.\\par\\dropcapli2\\dropcapt2 T\\par', 'It rained.\nT\n'],
    ['\\pard\\dropcapli0 T\\par\\pard he rose.\\par', 'T\nhe rose.\n'],
    ['\\pard\\dropcapli3 1\\par\\pard It rained.\\par', '1\nIt rained.\n'],
    ['\\pard\\dropcapli3 T{\\footnote\\pard A note.\\par}\\par\\pard he miller rose.\\par', 'The miller rose.\n'],
    [
      '{\\stylesheet{\\s9\\dropcapli3 Cap;}}{\\header\\pard\\dropcapli3 x\\par}It rained.\\par The sun rose.\\par',
      'It rained.\nThe sun rose.\n',
    ],
    [
      '\\pard\\dropcapli3 T\\par\\pard\\trowd\\intbl he\\cell rose\\cell\\row\\pard It rained.\\par',
      'T\nhe\trose\nIt rained.\n',
    ],
  ])('begins it in RTF', async (body, text) => {
    expect((await read({ holds: `{\\rtf1\\ansi ${body}}` })).text).toBe(text);
  });
});
