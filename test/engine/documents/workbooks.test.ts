import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { DocumentFound } from '../../../electron/contract/document.ts';
import { read, refusal } from './read.ts';

const zip = (members: Record<string, string>) =>
  Buffer.from(zipSync(Object.fromEntries(Object.entries(members).map(([name, holds]) => [name, Buffer.from(holds)]))));

interface Book {
  shared?: string;
  sheets?: Record<string, string>;
  more?: Record<string, string>;
}

/** A workbook as Excel writes it; sheets whose name begins with a point are hidden. */
function xlsx({ shared = '', sheets = {}, more = {} }: Book): Buffer {
  const names = Object.keys(sheets);
  return zip({
    '[Content_Types].xml': '<Types/>',
    'xl/workbook.xml': `<workbook xmlns:r="r"><sheets>${names.map((name, at) => `<sheet name="${name}" sheetId="${at + 1}" ${name.startsWith('.') ? 'state="hidden"' : ''} r:id="rId${at + 3}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${names.map((_, at) => `<Relationship Id="rId${at + 3}" Type="worksheet" Target="${at % 2 ? '/xl/' : ''}worksheets/sheet${at + 1}.xml"/>`).join('')}</Relationships>`,
    'xl/sharedStrings.xml': `<sst>${shared}</sst>`,
    ...Object.fromEntries(
      names.map((name, at) => [
        `xl/worksheets/sheet${at + 1}.xml`,
        `<worksheet><sheetData>${sheets[name]}</sheetData></worksheet>`,
      ]),
    ),
    ...more,
  });
}
const SHARED = ['id', 'text', 'The fox, it came &amp; went.'].map((text) => `<si><t>${text}</t></si>`).join('');
const RICH =
  '<si><r><t xml:space="preserve">The crow </t></r><r><rPr><b/></rPr><t>spoke.</t></r><rPh><t>x</t></rPh></si>';
const TALES = `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="s"><v>1</v></c></row>
<row r="2"><c r="A2"><v>7</v></c><c r="C2" t="s"><v>2</v></c></row><row r="3"/>
<row r="4"><c r="A4"><v>8</v></c><c r="B4" t="e"><v>#REF!</v></c><c r="C4" t="s"><v>3</v></c></row>
<row r="5"><c r="A5"><f>A4+1</f><v>9</v></c><c r="C5" t="inlineStr"><is><t>They ate.</t></is></c></row>`;
const MORE = `<row><c t="inlineStr"><is><t>text</t></is></c><c t="inlineStr"><is><t>day</t></is></c></row>
<row><c t="str"><f>"a"</f><v>It rained on both of them.</v></c><c><v>45000</v></c></row>`;
const BOOK: Book = {
  shared: SHARED + RICH,
  sheets: { Tales: TALES, '.Secret': TALES.replace('They ate.', 'Hidden.'), More: MORE },
};
const TOLD = 'The fox, it came & went.\nThe crow spoke.\nThey ate.\nIt rained on both of them.\n';

describe('workbooks of Excel', () => {
  it('are tables, all sheets that are shown behind one another', async () => {
    const { kind, text, found } = await read({ holds: xlsx(BOOK) }, { name: 'tales.docx' });
    expect(text).toBe(TOLD);
    expect(kind).toBe('table');
    const { columns, ...rest } = found as Extract<DocumentFound, { kind: 'table' }>;
    expect(rest).toEqual({ kind: 'table', format: 'excel', column: 2, rows: 4, cells: 4, different: 4 });
    expect(columns.map(({ name }) => name)).toEqual(['id', 'B', 'text', 'day']);
  });

  it('lose what stands above the names of their columns', async () => {
    const cell = (text: string) => `<c t="str"><v>${text}</v></c>`;
    const row = (...cells: string[]) => `<row>${cells.map(cell).join('')}</row>`;
    const letters = [1, 2, 3].map((day) => row(`2024-03-0${day}`, `I saw the heron stand by the weir on day ${day}.`));
    const sheet = `${row('Letters to the society, collected in spring')}<row/>${row('day', 'letter')}${letters.join('')}`;
    const { text, found } = await read({ holds: xlsx({ sheets: { Letters: sheet } }) });
    expect(text).toMatch(/^I saw the heron stand by the weir on day 1\./);
    expect(found).toMatchObject({ column: 1, rows: 3, columns: [{ name: 'day' }, { name: 'letter' }] });
    expect(found).toMatchObject({ omitted: { captions: 1 } });

    const notes = row('The fox came at night.') + row('It was cold.') + row('The crow spoke to him.', 'twice');
    const list = await read({ holds: xlsx({ sheets: { Notes: notes } }) });
    expect(list.text).toBe('The fox came at night.\nIt was cold.\nThe crow spoke to him.\n');
  });

  const numbers = (rows: number) => '<row><c><v>7</v></c><c><v>45000</v></c></row>'.repeat(rows);

  it.each([1, 150, 2_500])('whose first sheet holds %i rows of numbers alone are the others', async (rows) => {
    const { text, found } = await read({ holds: xlsx({ ...BOOK, sheets: { Sums: numbers(rows), ...BOOK.sheets } }) });
    expect(text).toBe(TOLD);
    expect(found).toMatchObject({ column: 2, rows: 4, without: 1 });
  });

  it('whose sheet of numbers ends with a word keep it with them', async () => {
    const sheet = `${numbers(1_500)}<row><c t="str"><v>The crow spoke to the fox.</v></c></row>`;
    const { text, found } = await read({ holds: xlsx({ sheets: { A: sheet } }) });
    expect(text.endsWith('7\nThe crow spoke to the fox.\n')).toBe(true);
    expect(found).toMatchObject({ rows: 1_501, cells: 1_501 });
    expect(found).not.toHaveProperty('without');
  });

  it('give sheets of numbers to who asks for their column', async () => {
    const sheets = { Sums: `<row><c t="str"><v>sum</v></c></row>${numbers(2)}`, ...BOOK.sheets };
    expect((await read({ holds: xlsx({ ...BOOK, sheets }) }, { column: 'sum' })).text).toBe('7\n7\n');
  });

  it('have another column on wish', async () => {
    expect((await read({ holds: xlsx(BOOK) }, { column: 'id' })).text).toBe('7\n8\n9\n');
    expect(await refusal({ holds: xlsx(BOOK) }, { column: 'verse' })).toBe('column-unknown');
  });

  it('are refused where they hold numbers, nothing, or what is made to harm', async () => {
    const rows = (many: string) => xlsx({ sheets: { A: many } });
    expect(await refusal({ holds: rows('<row><c><v>1</v></c></row><row><c><v>2</v></c></row>') })).toBe(
      'table-wordless',
    );
    expect(await refusal({ holds: xlsx({}) })).toBe('document-wordless');
    expect(await refusal({ holds: zip({ 'xl/worksheets/sheet1.xml': '' }) })).toBe(
      'document-damaged phrases.archive-lacks',
    );
    expect(await refusal({ holds: rows('<a>'.repeat(9_000)) })).toBe('document-damaged phrases.nested-deep');
    const long = `<row><c t="str"><v>${'a b '.repeat(5 << 20)}</v></c></row>`;
    expect(await refusal({ holds: rows(long) })).toBe('document-damaged phrases.paragraph-endless');
  });

  it('whose cells are far out, or name texts that are not there, are read without them', async () => {
    const cell = (place: string, text: string) => `<c r="${place}" t="inlineStr"><is><t>${text}</t></is></c>`;
    const sheet = `<row>${cell('B1', 'The fox came home.')}${cell('XFD1', 'Far out.')}<c r="C1" t="s"><v>99</v></c><c r="D1" t="s"><v>__proto__</v></c></row>`;
    expect((await read({ holds: xlsx({ sheets: { A: sheet } }) })).text).toBe('The fox came home.\n');
  });
});

describe('spreadsheets of LibreOffice', () => {
  const row = (...cells: string[]) =>
    `<table:table-row>${cells.map((cell) => `<table:table-cell office:value-type="string"><text:p>${cell}</text:p></table:table-cell>`).join('')}<table:table-cell table:number-columns-repeated="16000"/></table:table-row>`;
  const SHEETS = `<office:spreadsheet><table:table table:name="A">${row('7', 'The fox,<text:s/>it came.</text:p><text:p>And went.')}${row('8', '<office:annotation><text:p>Hidden</text:p></office:annotation>The crow.')}
<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table><table:table table:name="B">${row('id', 'tale')}${row('9', 'They ate, both of them.')}</table:table></office:spreadsheet>`;
  const content = `<office:document-content><office:body>${SHEETS}</office:body></office:document-content>`;
  const type = 'application/vnd.oasis.opendocument.spreadsheet';
  const ods = (more: Record<string, string> = {}) =>
    Buffer.from(
      zipSync({
        mimetype: [Buffer.from(type), { level: 0 }],
        ...Object.fromEntries(
          Object.entries({ 'content.xml': content, ...more }).map(([name, holds]) => [name, Buffer.from(holds)]),
        ),
      }),
    );

  it('are tables, packed and as one file', async () => {
    const options = { column: 'B' };
    const { text, found } = await read({ holds: ods() }, options);
    expect(text).toBe('The fox, it came.\nAnd went.\n\nThe crow.\n');
    expect(found).toMatchObject({ kind: 'table', format: 'calc', rows: 3 });
    const flat = `<?xml version="1.0"?>\n<office:document office:mimetype="${type}"><office:body>${SHEETS}</office:body></office:document>`;
    expect(await read({ holds: flat }, options)).toMatchObject({ kind: 'table', text });
    expect((await read({ holds: flat }, { ...options, size: 9 })).text).toBe(text);
    expect((await read({ holds: ods() }, { column: 'tale' })).text).toBe('They ate, both of them.\n');
  });

  it('are refused where a password locks them', async () => {
    const manifest = '<manifest><file-entry><encryption-data/></file-entry></manifest>';
    expect(await refusal({ holds: ods({ 'META-INF/manifest.xml': manifest }) })).toBe('document-locked');
  });
});
