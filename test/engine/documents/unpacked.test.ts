import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { documentSentence } from '../../../electron/advice/document.ts';
import { ownSeconds } from '../../tools/own-time.ts';
import { read, refusal } from './read.ts';

const packed = (members: Record<string, string>) =>
  Buffer.from(
    zipSync(
      Object.fromEntries(
        Object.entries(members).map(([name, holds]) => [
          name,
          // by this one, a file is known by its first bytes
          [Buffer.from(holds), { level: name === 'mimetype' ? 0 : 6 }] as const,
        ]),
      ) as Parameters<typeof zipSync>[0],
    ),
  );
const ofOpenDocument = (kind: string, body: string) => {
  const spaces = 'xmlns:office="o" xmlns:text="t" xmlns:table="ta"';
  return packed({
    mimetype: `application/vnd.oasis.opendocument.${kind}`,
    'content.xml': `<office:document-content ${spaces}><office:body><office:${kind}>${body}</office:${kind}></office:body></office:document-content>`,
    'META-INF/manifest.xml': '<m/>',
  });
};
const cell = (text: string, times = 1) =>
  `<table:table-cell table:number-columns-repeated="${times}"><text:p>${text}</text:p></table:table-cell>`;
const row = (cells: string, times = 1) =>
  `<table:table-row table:number-rows-repeated="${times}">${cells}</table:table-row>`;
const HEAD = row(cell('id') + cell('said'));
const sheet = (rows: string) => ofOpenDocument('spreadsheet', `<table:table>${HEAD}${rows}</table:table>`);

test('rows of a spreadsheet that stand for many are so many, up to a bound for all of them', async () => {
  const few = await read({ holds: sheet(row(cell('7') + cell('The mice met.'), 3)) });
  expect(few.text).toBe('The mice met.\n'.repeat(3));
  const many = await read({ holds: sheet(row(cell('The mice met at dawn.', 900), 1_000).repeat(300)) });
  expect(many.text.length).toBeLessThan(100_000);
  const { length } = many.text.match(/\n/g) ?? [];
  expect(many.found).toMatchObject({ rows: length, omitted: { rows: 300_000 - length } });
  expect(few.found).not.toHaveProperty('omitted');
  const empty = await read({ holds: sheet(row(cell('7') + cell('The mice met.')) + row(cell('', 9), 1_000_000)) });
  expect(empty.found).not.toHaveProperty('omitted');
});

test('columns of a workbook so far to the right that they are not read are told', async () => {
  const { text, found } = await read({
    holds: sheet(row(cell('7') + cell('The mice met.') + cell('', 2_000) + cell('x'))),
  });
  expect(text).toBe('The mice met.\n');
  expect(found).toMatchObject({ omitted: { columns: 1 } });
  const endless = `<table:table-cell table:number-columns-repeated="1e999"><text:p>x</text:p></table:table-cell>`;
  expect((await read({ holds: sheet(row(cell('7') + cell('The mice met.') + endless)) })).found).toMatchObject({
    omitted: { columns: 1 },
  });
});

test('a long text in many cells is refused by what all of them hold', async () => {
  const long = 'The mice met.</text:p><text:p>'.repeat(40_000);
  expect(await refusal({ holds: sheet(row(cell('7') + cell(long, 998))) })).toBe('document-large');
  const book = packed({
    '[Content_Types].xml': '<Types/>',
    'xl/workbook.xml': '<workbook xmlns:r="r"><sheets><sheet name="A" r:id="a"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels': '<Relationships><Relationship Id="a" Target="sheet.xml"/></Relationships>',
    'xl/sharedStrings.xml': `<sst><si><t>said</t></si><si><t>${'The mice met. '.repeat(2 ** 16)}</t></si></sst>`,
    'xl/sheet.xml': `<worksheet><sheetData>${'<row><c t="s"><v>1</v></c></row>'.repeat(2_000)}</sheetData></worksheet>`,
  });
  expect(await refusal({ holds: book }, { name: 'a.xlsx' })).toBe('document-large');
});

test('runs of spaces of an OpenDocument text are what they are, up to a bound for all of them', async () => {
  const one = await read({ holds: ofOpenDocument('text', '<text:p>a<text:s text:c="12"/>b</text:p>') });
  expect(one.text).toBe(`a${' '.repeat(12)}b\n`);
  const many = '<text:p>a<text:s text:c="1000"/>b</text:p>'.repeat(40_000);
  expect((await read({ holds: ofOpenDocument('text', many) })).text.length).toBeLessThan(18 * 2 ** 20);
});

const DUMP = `-- MySQL dump 10\nINSERT INTO t (id, said) VALUES (1,'The mice met'),(2,'They all agreed');\n`;

test('a dump of more tables than any has is read as far as its columns go', async () => {
  const others = Array.from({ length: 6_000 }, (_, at) => `INSERT INTO t${at} VALUES (1,2,3,4,5,6,7,8,9);\n`).join('');
  const { text, found } = await read({ holds: DUMP + others });
  expect(text).toBe('The mice met\nThey all agreed\n');
  expect(found).toMatchObject({ rows: 6_002, column: 1, omitted: { columns: 6_000 * 9 + 2 - 1_000 } });
});

test('the column of a dump that somebody asks for is read, however many come before it', async () => {
  const others = Array.from({ length: 200 }, (_, at) => `INSERT INTO t${at} VALUES (1,2,3,4,5,6,7,8,9);\n`).join('');
  const holds = `-- MySQL dump 10\n${others}INSERT INTO late (id, said) VALUES (1,'The mice met');\n`;
  const { text, found } = await read({ holds }, { column: 'Late.said' });
  expect(text).toBe('The mice met\n');
  expect(found).toMatchObject({ column: 999, omitted: { columns: 200 * 9 + 2 - 1_000 } });
  expect(found).toHaveProperty('columns.999.name', 'late.said');
});

test('columns beyond those that are listed are told, and one of them may be asked for', async () => {
  const names = Array.from({ length: 1_500 }, (_, at) => `c${at}`);
  const rows = [1, 2, 3].map((row) => Object.fromEntries(names.map((name) => [name, `The mice met ${name} ${row}`])));
  const holds = rows.map((each) => `${JSON.stringify(each)}\n`).join('');
  expect((await read({ holds }, { name: 'a.jsonl' })).found).toMatchObject({ omitted: { columns: 500 } });
  const { text, found } = await read({ holds }, { name: 'a.jsonl', column: 'c1200' });
  expect(text).toBe([1, 2, 3].map((row) => `The mice met c1200 ${row}\n`).join(''));
  expect(documentSentence(found)).toMatchObject({ values: { what: { values: { column: '1201' } } } });
});

test('lines of a dump with more cells than any has are refused', async () => {
  const holds = `--\n-- PostgreSQL database dump\n--\nCOPY t (id, said) FROM stdin;\n1\tThe mice met\n${'\t'.repeat(100_001)}\n\\.\n`;
  expect(await refusal({ holds })).toMatch(/row-endless$/);
});

test('comments in a row of a dump are passed over once', async () => {
  const holds = `${DUMP}INSERT INTO t (id, said) VALUES (3, ${'a--x\n'.repeat(150_000)}'b'), (4 /* ' */ - 1, 'It was -- late');\n`;
  let text = '';
  expect(await ownSeconds(async () => ({ text } = await read({ holds })))).toBeLessThan(3);
  expect(text).toBe('The mice met\nThey all agreed\nb\nIt was -- late\n');
  expect(await refusal({ holds: `${DUMP}INSERT INTO t VALUES (${','.repeat(200_000)});` })).toMatch(/row-endless$/);
});

const docx = (body: string) =>
  packed({ '[Content_Types].xml': '<Types/>', 'word/document.xml': `<w:document xmlns:w="w"><w:body>${body}</w:body></w:document>` }); // prettier-ignore
const FIELD = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>';
const GOES_ON = '<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>ab</w:t></w:r></w:p>';
const SAID: [what: string, holds: string | Buffer, text: RegExp][] = [
  [
    'fields that nobody ends',
    docx(`<w:p>${FIELD.repeat(20_000)}${'<w:r><w:t>ab</w:t></w:r>'.repeat(20_000)}</w:p>`),
    /^(?:ab){20000}\n$/,
  ],
  ['paragraphs that go on and on', docx(`${GOES_ON.repeat(30_000)}<w:p/>`), /^(?:ab){30000}\n$/],
  [
    'a large letter of nothing but blanks',
    `<!doctype html><p><span class="dropcap">${' <b></b>'.repeat(60_000)}</span>The mice met.`,
    /^The mice met\.\n$/,
  ],
  [
    'tabs in a paragraph that says nothing',
    `{\\rtf1{\\info{\\title x}}\\ansi ${'{\t }'.repeat(60_000)}The mice met.}`,
    /The mice met\.\n$/,
  ],
  [
    'blocks of a page that nobody closes, and ends of what nobody opened,',
    `<!doctype html><p>${'<div>'.repeat(15_000)}${'<section></p>a</div></section></li>'.repeat(9_000)}The mice met.`,
    /^(?:a\n{1,2}){9000}The mice met\.\n$/,
  ],
];
test('a long paragraph of RTF whose bytes stand as they are is read to the letter', async () => {
  const said = '老鼠们a'.repeat(12_000);
  // in code page 936
  const bytes = Buffer.from('c0cfcaf3c3c761'.repeat(12_000), 'hex');
  const holds = Buffer.concat([Buffer.from('{\\rtf1\\ansi\\ansicpg936 '), bytes, Buffer.from('\\par}')]);
  expect((await read({ holds })).text).toBe(`${said}\n`);
});

test.each(SAID)('%s are read once', async (_, holds, text) => {
  let said = '';
  expect(await ownSeconds(async () => ({ text: said } = await read({ holds })))).toBeLessThan(4);
  expect(said).toMatch(text);
});
