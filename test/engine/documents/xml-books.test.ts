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

describe('books of XML', () => {
  it('are read by what they hold: FictionBook, also packed', async () => {
    expect(await read({ holds: FB2 })).toMatchObject({ kind: 'fictionbook', text: TOLD });
    expect((await read({ holds: FB2 }, { size: 7 })).text).toBe(TOLD);
    const packed = Buffer.from(zipSync({ 'walk.fb2': Buffer.from(FB2) }));
    expect(await read({ holds: packed }, { name: 'walk.fb2.zip' })).toMatchObject({ kind: 'fictionbook', text: TOLD });
  });

  it('TEI and DocBook', async () => {
    expect(await read({ holds: TEI })).toMatchObject({
      kind: 'tei',
      text: 'A Walk\n\nThe heron stood.\n\nBrown is the water,\nslow is the bird.\n',
    });
    const choice = '<choice><sic>hearon</sic><corr>heron</corr></choice>';
    const chosen = `<TEI><text><p>The ${choice} <orig>ſtood</orig> by <abbr>Mr.</abbr> Fox.</p></text></TEI>`;
    expect((await read({ holds: chosen })).text).toBe('The heron ſtood by Mr. Fox.\n');
    expect(await read({ holds: DOCBOOK })).toMatchObject({
      kind: 'docbook',
      text: 'A Walk\n\nThe heron stood.\nIt rained.\n',
    });
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
