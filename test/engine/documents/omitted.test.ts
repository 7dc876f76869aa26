import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { pdfOf, prose } from './pages.ts';
import { fixture, read } from './read.ts';

const zip = (members: Record<string, string>) =>
  zipSync(Object.fromEntries(Object.entries(members).map(([name, holds]) => [name, Buffer.from(holds)])));
const run = (text: string, properties = '') => `<w:r><w:rPr>${properties}</w:rPr><w:t>${text}</w:t></w:r>`;
const docx = (body: string, more: Record<string, string> = {}) =>
  zip({
    '[Content_Types].xml': '<Types/>',
    'word/document.xml': `<w:document xmlns:w="w"><w:body>${body}</w:body></w:document>`,
    ...more,
  });
const WORD = docx(
  `<w:p>${run('The fox')}<w:r><w:footnoteReference w:id="1"/></w:r>${run(' came')}<w:r><w:endnoteReference w:id="1"/></w:r>
   ${run('.')}<w:r><w:commentReference w:id="0"/></w:r></w:p>
   <w:p>${run('It ')}${run('se', '<w:vanish/>')}${run('cret', '<w:vanish/>')}${run('was late')}${run('!', '<w:vanish/>')}
   <w:del><w:r><w:delText>and dark</w:delText></w:r></w:del><w:del><w:r><w:t> </w:t></w:r></w:del>${run('.')}</w:p>
   <w:p><w:r><w:ruby><w:rt>${run('きつね')}</w:rt><w:rubyBase>${run('狐')}</w:rubyBase></w:ruby></w:r></w:p>`,
  {
    'word/header1.xml': '<w:hdr xmlns:w="w"><w:p><w:r><w:t>The Fox</w:t></w:r></w:p></w:hdr>',
    'word/footer1.xml': '<w:ftr xmlns:w="w"><w:p/></w:ftr>',
    'word/header2.xml': '<w:hdr xmlns:w="w"><w:p>',
  },
);
const RTF = String.raw`{\rtf1\ansi{\header\pard The Fox\par}{\footer\pard {\field{\*\fldinst PAGE}{\fldrslt }}\par}
The fox came.{\footnote\pard A note.}{\*\annotation\pard Why?}{\v hid}{\v den} It was{\deleted  very} late.\par}`;
const SITE = `<html><body><nav><ul><li>Home</li><li>About</li></ul></nav><header role="banner"><h1>Site</h1></header>
<p>The fox<sup><a href="#n1" id="r1">1</a></sup> came, it <del>is</del>was late. <span hidden>Boo</span><span hidden> </span></p>
<section class="footnotes"><h2>Notes</h2><ol><li><p>One.</p><p>More.</p></li><li>Two.</li></ol></section>
<ruby>狐<rt>きつね</rt></ruby></body></html>`;
const FICTION = `<?xml version="1.0"?><FictionBook><body><section><p>A fox came<a type="note" l:href="#n1">1</a>.</p></section></body>
<body name="notes"><title><p>Notes</p></title><section id="n1"><p>One.</p></section><section id="n2"><p>Two.</p></section></body></FictionBook>`;
const MARKDOWN = `---\ntitle: Fox\n---\n\nThe fox[^1] came.^[late] It %%ask%% was late.\n\n<!-- todo -->\n\n[^1]: A note.\n\n\`\`\`dataview\nLIST\n\`\`\`\n`;
const SCRIPT = `<?xml version="1.0"?><FinalDraft DocumentType="Script"><Content><Paragraph Type="Action"><ScriptNote><Paragraph><Text>Ask.</Text></Paragraph></ScriptNote><Text>A fox comes.</Text></Paragraph></Content></FinalDraft>`;
const MAIL = [
  'From: a@b.example\nTo: c@d.example\nSubject: Fox\nMIME-Version: 1.0',
  'Content-Type: multipart/mixed; boundary=x\n',
  '--x\nContent-Type: text/plain\n\nThe fox came.\n',
  '--x\nContent-Type: application/pdf\nContent-Disposition: attachment; filename=f.pdf\nContent-Transfer-Encoding: base64\n\nAAAA\n--x--\n',
].join('\n');

describe('what is left out of a document is counted', () => {
  test.each([
    ['Word', WORD, { notes: 2, comments: 1, hidden: 2, deletions: 1, readings: 1, heads: 1 }],
    ['RTF', RTF, { heads: 1, notes: 1, comments: 1, hidden: 1, deletions: 1 }],
    ['HTML', SITE, { furniture: 2, deletions: 1, hidden: 1, notes: 2, readings: 1 }],
    ['FictionBook', FICTION, { notes: 2 }],
    ['Markdown', MARKDOWN, { matter: 1, notes: 2, comments: 2, queries: 1 }],
    ['Final Draft', SCRIPT, { comments: 1 }],
    ['mail', MAIL, { attachments: 1 }],
  ])('%s', async (_, holds, omitted) => {
    const { found, text } = await read({ holds });
    expect(found).toMatchObject({ omitted });
    expect(Object.keys((found as { omitted: object }).omitted)).toHaveLength(Object.keys(omitted).length);
    expect(text).toMatch(/fox c/);
    expect(text).not.toMatch(/note|One\.|Why|cret|hid|very|Ask/);
  });

  test.each([
    ['libreoffice.docx', { hidden: 1, deletions: 1, heads: 2 }],
    ['libreoffice.odt', { hidden: 1, deletions: 1, heads: 2 }],
    ['pandoc.odt', { notes: 1, heads: 1 }],
    ['pandoc.epub', { notes: 1 }],
    ['pandoc-2.epub', { notes: 1 }],
    ['pandoc.html', { notes: 1 }],
    ['pandoc.rtf', { notes: 1 }],
    ['pandoc.docbook.xml', { notes: 1 }],
    ['pandoc.jats.xml', { notes: 1 }],
  ])('%s', async (name, omitted) => expect((await read(fixture(name))).found).toHaveProperty('omitted', omitted));

  test('comments of a PDF, but no links', async () => {
    const bytes = pdfOf([prose(30)]).toString('latin1');
    const annotated = bytes.replace(
      '/Contents',
      '/Annots[<</Type/Annot/Subtype/Text/Rect[9 9 20 20]/Contents(Why?)>><</Type/Annot/Subtype/Link/Rect[9 9 20 20]/Contents(x)>>]/Contents',
    );
    const { found, text } = await read({ holds: Buffer.from(annotated, 'latin1') });
    expect(found).toMatchObject({ kind: 'pdf', omitted: { comments: 1 } });
    expect(text).not.toContain('Why');
  });

  test('documents of a book that are out of its order', async () => {
    const page = (said: string) => `<html xmlns="http://www.w3.org/1999/xhtml"><body><p>${said}</p></body></html>`;
    const book = zip({
      mimetype: 'application/epub+zip',
      'META-INF/container.xml':
        '<container><rootfiles><rootfile full-path="b.opf" media-type="application/oebps-package+xml"/></rootfiles></container>',
      'b.opf': `<package><manifest><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/>
        <item id="n" href="n.xhtml" media-type="application/xhtml+xml"/></manifest>
        <spine><itemref idref="a"/><itemref idref="n" linear="no"/></spine></package>`,
      'a.xhtml': page('A fox came.'),
      'n.xhtml': page('One.'),
    });
    expect((await read({ holds: book })).found).toEqual({ kind: 'epub', chapters: 1, omitted: { asides: 1 } });
  });

  test('nothing is told where nothing was left out', async () => {
    expect((await read({ holds: docx(`<w:p>${run('A fox came.')}</w:p>`) })).found).toEqual({ kind: 'docx' });
    expect(
      (await read({ holds: '<html><body><p>A fox <b>came</b>.</p><script>x()</script></body></html>' })).found,
    ).toEqual({ kind: 'html' });
  });
});
