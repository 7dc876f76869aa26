import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { read, refusal } from './read.ts';

const FB2 = `<?xml version="1.0" encoding="utf-8"?>
<FictionBook xmlns="http://www.gribuser.ru/xml/fictionbook/2.0" xmlns:l="http://www.w3.org/1999/xlink">
<description><title-info><book-title>Hidden</book-title></title-info></description>
<body><title><p>A Walk</p></title><section><title><p>One</p></title>
<p>The heron <emphasis>stood</emphasis> in
the river<a l:href="#n1" type="note">[1]</a>.</p><empty-line/>
<poem><stanza><v>Brown is the water,</v><v>slow is the bird.</v></stanza></poem>
<p>Then &amp; there.</p></section></body>
<body name="notes"><section id="n1"><p>A large bird.</p></section></body>
<binary id="a.png" content-type="image/png">iVBORw0KGgo=</binary></FictionBook>`;
const TOLD =
  'A Walk\n\nOne\n\nThe heron stood in the river.\n\nBrown is the water,\nslow is the bird.\n\nThen & there.\n';
const TEI = `<?xml version="1.0"?><TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><p>Hidden</p></teiHeader><text><body>
<head>A Walk</head><p>The heron stood<note n="1">A bird.</note>.<pb n="12"/></p><lg><l>Brown is the water,</l><l>slow is the bird.</l></lg></body></text></TEI>`;
const DOCBOOK = `<article xmlns="http://docbook.org/ns/docbook"><info><author>Hidden</author></info><title>A Walk</title>
<para>The heron stood<footnote><para>A bird.</para></footnote>.</para><para>It rained.</para></article>`;

const ABW = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE abiword PUBLIC "-//ABISOURCE//DTD AWML 1.0 Strict//EN" "http://www.abisource.com/awml.dtd">
<abiword template="false" version="2.4.0" fileformat="1.1"><!-- This file is an AbiWord document. -->
<metadata><m key="dc.title">Hidden</m></metadata><styles><s type="P" name="Normal" props="lang:en"/></styles>
<section type="footer" id="f1"><p>Hidden <field type="page_number"/></p></section>
<section><p style="Heading 1">A Walk</p>
<p style="Normal">The <c props="font-style:italic">heron</c> stood<foot><p>A bird.</p></foot>.</p><p>It rained<br/>and rained.</p>
<table><cell props="left-attach:0; right-attach:1"><p>Monday</p></cell><cell props="left-attach:1"><p>two</p></cell><cell props="left-attach:0"><p>Tuesday</p></cell><cell props="left-attach:1"><p>one</p></cell></table>
<p>The end.</p></section><data><d name="a.png" base64="yes">iVBORw0KGgo=</d></data></abiword>`;

const JATS = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE article PUBLIC "-//NLM//DTD JATS (Z39.96) Journal Publishing DTD v1.2 20190208//EN" "JATS-journalpublishing1.dtd">
<article xmlns:xlink="http://www.w3.org/1999/xlink" article-type="research-article" dtd-version="1.2"><front>
<journal-meta><journal-id>hid</journal-id></journal-meta><article-meta><article-id>10.1/x</article-id>
<title-group><article-title>Herons at weirs</article-title></title-group><contrib-group><contrib><name><surname>Hidden</surname></name></contrib></contrib-group>
<permissions><license><license-p>Hidden</license-p></license></permissions><abstract><p>They wait.</p></abstract><kwd-group><kwd>bird</kwd></kwd-group></article-meta></front>
<body><sec id="s1"><label>1</label><title>Methods</title><p>We watched them<sup><xref ref-type="bibr" rid="b1">1</xref>,<xref ref-type="bibr" rid="b2">2</xref></sup> for<xref ref-type="fn" rid="n1">3</xref> 10 m<sup>2</sup>
of water (<xref ref-type="fig" rid="f1">Figure 1</xref>).</p><fig id="f1"><label>Figure 1</label><caption><p>A weir.</p></caption><graphic xlink:href="a"/></fig>
<table-wrap><table><tr><th>Day</th><th>Herons</th></tr><tr><td>Monday</td><td>two</td></tr></table></table-wrap></sec></body>
<back><ack><p>We thank the miller.</p></ack><ref-list><ref id="b1"><mixed-citation>Hidden <article-title>Also</article-title></mixed-citation></ref></ref-list></back></article>`;
const ARTICLE =
  'Herons at weirs\n\nThey wait.\n\nMethods\n\nWe watched them for 10 m2 of water (Figure 1).\n\nA weir.\n\nDay\tHerons\nMonday\ttwo\n\nWe thank the miller.\n';
const NAMESPACES = Array.from(
  { length: 40 },
  (_, at) => `xmlns:n${at}="urn:oasis:names:tc:opendocument:xmlns:n${at}:1.0"`,
).join(' ');
const flat = (kind: string, body: string) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<office:document ${NAMESPACES} office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.${kind}"><office:meta><dc:title>Hidden</dc:title></office:meta><office:master-styles><style:header><text:p>Hidden</text:p></style:header></office:master-styles><office:body>${body}</office:body></office:document>`;
const FODT = flat(
  'text',
  '<office:text><text:h text:outline-level="1">A Walk</text:h><text:p>The heron<text:s text:c="2"/>stood<text:note><text:note-body><text:p>A bird.</text:p></text:note-body></text:note>.<draw:frame><draw:image><office:binary-data>iVBORw0KGgo=</office:binary-data></draw:image></draw:frame></text:p><text:p>It rained.</text:p></office:text>',
);

describe('books of XML', () => {
  it('are read by what they hold: FictionBook, also packed', async () => {
    expect(await read({ holds: FB2 })).toMatchObject({ kind: 'fictionbook', text: TOLD });
    expect((await read({ holds: FB2 }, { size: 7 })).text).toBe(TOLD);
    const packed = Buffer.from(zipSync({ 'walk.fb2': Buffer.from(FB2) }));
    expect(await read({ holds: packed }, { name: 'walk.fb2.zip' })).toMatchObject({ kind: 'fictionbook', text: TOLD });
  });

  it('AbiWord', async () => {
    const first = `${'<!-- Build_Options = JavaScript:Off -->\n'.repeat(12)}\n<abiword>\n<section>\n<p>It rained.</p>\n</section>\n</abiword>\n`;
    expect(await read({ holds: first })).toMatchObject({ kind: 'abiword', text: 'It rained.\n' });
    expect(await read({ holds: ABW })).toMatchObject({
      kind: 'abiword',
      text: 'A Walk\n\nThe heron stood.\n\nIt rained\nand rained.\n\nMonday\ttwo\nTuesday\tone\n\nThe end.\n',
    });
  });

  it('TEI and DocBook', async () => {
    expect(await read({ holds: TEI })).toMatchObject({
      kind: 'tei',
      text: 'A Walk\n\nThe heron stood.\n\nBrown is the water,\nslow is the bird.\n',
    });
    const choice = '<choice><sic>hearon</sic><corr>heron</corr></choice>';
    const chosen = `<TEI><text><p>The ${choice} <orig>ſtood</orig> by <abbr>Mr.</abbr> Fox.</p></text></TEI>`;
    expect((await read({ holds: chosen })).text).toBe('The heron ſtood by Mr. Fox.\n');
    const quoted =
      '<TEI><text><p>He said <quote>it was</quote>.</p><quote><p>It was.</p></quote><p>So.</p></text></TEI>';
    expect((await read({ holds: quoted })).text).toBe('He said it was.\n\nIt was.\n\nSo.\n');
    expect(await read({ holds: DOCBOOK })).toMatchObject({
      kind: 'docbook',
      text: 'A Walk\n\nThe heron stood.\nIt rained.\n',
    });
  });

  it('articles of journals, with their headings and tables, without what is quoted', async () => {
    expect(await read({ holds: JATS })).toMatchObject({ kind: 'jats', text: ARTICLE });
    expect((await read({ holds: JATS }, { size: 5 })).text).toBe(ARTICLE);
    for (const begins of ['<article><front>', '<article article-type="letter"><front>'])
      expect((await read({ holds: `${begins}</front><body><p>It rained.</p></body></article>` })).kind).toBe('jats');
  });

  it('OpenDocument as one file, and others of it by what they are', async () => {
    expect(await read({ holds: FODT }, { name: 'a.xml' })).toMatchObject({
      kind: 'odt',
      text: 'A Walk\n\nThe heron  stood.\nIt rained.\n',
    });
    expect(await refusal({ holds: flat('presentation', '') })).toBe('document-unread documents.impress');
    expect(await refusal({ holds: flat('text', `<office:text>${'<text:section>'.repeat(9_000)}`) })).toBe(
      'document-damaged phrases.nested-deep',
    );
  });

  it('are refused where they are made to harm, and other XML by what it is', async () => {
    expect(await refusal({ holds: `<FictionBook><body>${'<section>'.repeat(100_000)}` })).toBe(
      'document-damaged phrases.nested-deep',
    );
    expect(await refusal({ holds: '<TEI><teiHeader><p>Only a head.</p></teiHeader></TEI>' })).toBe('document-wordless');
    expect(await refusal({ holds: '<?xml version="1.0"?><rss><item>News</item></rss>' })).toBe(
      'document-unread documents.xml',
    );
    for (const holds of [
      '<!-- by hand -->\n<corpus><s>It rained &amp; blew.</s></corpus>\n',
      '<n:doc xmlns:n="urn:x">\n<n:p>It rained.</n:p>\n</n:doc>',
      `<library>${'<item><name>A heron.</name></item>\n'.repeat(40_000)}</library>`,
    ])
      expect(await refusal({ holds }), holds.slice(0, 20)).toBe('document-unread documents.xml');
    for (const holds of ['<Ada> It is.\n', '<sighs> I <b>am</b> here, <sighs>.\n'])
      expect(await read({ holds })).toMatchObject({ kind: 'text', text: holds });
    const bomb = '<!DOCTYPE FictionBook [<!ENTITY a "aaaa"><!ENTITY x SYSTEM "file:///etc/passwd">]>';
    expect((await read({ holds: `${bomb}<FictionBook><body><p>A &a;&x; fox.</p></body></FictionBook>` })).text).toBe(
      'A &a;&x; fox.\n',
    );
  });
});
