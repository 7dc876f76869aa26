import { describe, expect, it } from 'vitest';
import { ownSeconds } from '../../tools/own-time.ts';
import { read, refusal } from './read.ts';

const FDX = `<?xml version="1.0" encoding="UTF-8" standalone="no" ?>
<FinalDraft DocumentType="Script" Template="No" Version="5">
  <Content>
    <Paragraph Number="1" Type="Scene Heading">
      <SceneProperties Length="1/8" Page="1"><Summary><Paragraph><Text>About the mill.</Text></Paragraph></Summary></SceneProperties>
      <Text>EXT. MILL - NIGHT</Text>
    </Paragraph>
    <Paragraph Type="Action"><Text>The wheel </Text><Text Style="Italic">turns</Text><Text>.</Text><ScriptNote><Paragraph><Text>Slower?</Text></Paragraph></ScriptNote></Paragraph>
    <Paragraph Type="Character"><Text>MIA (V.O.)</Text></Paragraph>
    <Paragraph Type="Parenthetical"><Text>(low)</Text></Paragraph>
    <Paragraph Type="Dialogue"><Text>Don&apos;t go in, Tom &amp; Ed.</Text></Paragraph>
    <Paragraph Type="Transition"><Text>CUT TO:</Text></Paragraph>
  </Content>
  <TitlePage><Content><Paragraph><Text>THE MILL</Text></Paragraph></Content></TitlePage>
  <SmartType><Characters><Character>MIA</Character></Characters></SmartType>
</FinalDraft>
`;

const item = (title: string, page: string, type = 'post', status = 'publish') =>
  `<item><title>${title}</title><dc:creator>mia</dc:creator><content:encoded><![CDATA[${page}]]></content:encoded><excerpt:encoded><![CDATA[Short.]]></excerpt:encoded><wp:post_type>${type}</wp:post_type><wp:status>${status}</wp:status><wp:comment><wp:comment_content><![CDATA[First!]]></wp:comment_content></wp:comment></item>`;
const WXR = `<?xml version="1.0" encoding="UTF-8" ?>
<!-- This is a WordPress eXtended RSS file. -->
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel><title>A blog</title><description>Of mills</description>
${item('The mill', '<!-- wp:paragraph --><p>It turned &amp; turned.</p><!-- /wp:paragraph --><p>Then it stood.</p>')}
${item('The crow', 'It came.\nIt sat.\n\n[caption id="a_1"]<img src="x.png"/> [/caption]It <em>went</em>.')}
${item('x.png', '', 'attachment')}${item('Menu', 'Home', 'nav_menu_item')}${item('Old', '<p>Gone.</p>', 'post', 'trash')}
</channel></rss>
`;

const ENEX = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE en-export SYSTEM "http://xml.evernote.com/pub/evernote-export4.dtd">
<en-export export-date="20260102T000000Z" application="Evernote" version="10.1">
<note><title>At the mill</title><created>20260101T000000Z</created><tag>mills</tag><content><![CDATA[<?xml version="1.0" encoding="UTF-8" standalone="no"?><!DOCTYPE en-note SYSTEM "http://xml.evernote.com/pub/enml2.dtd"><en-note><div>The crow came.</div><div><br/></div><div>It&nbsp;went.<en-crypt hint="x">c2VjcmV0</en-crypt></div></en-note>]]></content><resource><data encoding="base64">aGVsbG8=</data><mime>image/png</mime></resource></note>
<note><title>Second</title><content><![CDATA[<en-note><ul><li>One</li><li>Two</li></ul></en-note>]]></content></note>
</en-export>
`;

const TTML = `<?xml version="1.0" encoding="utf-8"?>
<tt xmlns="http://www.w3.org/ns/ttml" xmlns:tts="http://www.w3.org/ns/ttml#styling" xml:lang="en">
<head><metadata><title>The mill</title></metadata><styling><style xml:id="s1"/></styling></head>
<body><div>
<p begin="00:00:01.000" end="00:00:02.000">The wheel turned<br/>all night.</p>
<p begin="00:00:02.500" end="00:00:04.000"><span tts:fontStyle="italic">And then</span></p>
<p begin="00:00:04.500" end="00:00:05.000">it stood. <br/>- Why?</p>
</div></body></tt>
`;

describe('texts that programs keep in XML of their own', () => {
  it.each([
    [
      'finaldraft',
      FDX,
      "EXT. MILL - NIGHT\n\nThe wheel turns.\n\nMIA (V.O.)\n(low)\nDon't go in, Tom & Ed.\n\nCUT TO:\n",
    ],
    [
      'wordpress',
      WXR,
      'The mill\n\nIt turned & turned.\nThen it stood.\n\nThe crow\n\nIt came.\nIt sat.\n\nIt went.\n',
    ],
    ['evernote', ENEX, 'At the mill\n\nThe crow came.\n\nIt went.\n\nSecond\n\nOne\nTwo\n'],
    ['subtitles', TTML, 'The wheel turned all night.\nAnd then it stood.\n- Why?\n'],
  ])('%s: what was written, and nothing beside it', async (kind, holds, text) => {
    for (const size of [1 << 20, 700]) expect(await read({ holds }, { size })).toMatchObject({ kind, text });
  });

  it('tells how many cues there were', async () => {
    expect((await read({ holds: TTML })).found).toEqual({ kind: 'subtitles', format: 'ttml', cues: 3 });
  });

  it('is refused where nothing was written', async () => {
    expect(await refusal({ holds: FDX.replace(/<Text[^]*?<\/Text>/g, '') })).toBe('document-wordless');
    expect(await refusal({ holds: WXR.replaceAll('publish', 'trash') })).toBe('document-wordless');
    expect(await refusal({ holds: ENEX.replace(/<note>[^]*<\/note>/, '') })).toBe('document-wordless');
    expect(await refusal({ holds: TTML.replace(/<p [^]*<\/p>/, '') })).toBe('document-wordless');
  });

  it('is bounded: an endless entry, and elements in one another', async () => {
    const long = WXR.replace('Then it stood.', 'Then it stood. '.repeat(1_200_000));
    expect(await refusal({ holds: long })).toMatch(/^document-damaged/);
    expect(await refusal({ holds: ENEX.replace('<div>', '<div>'.repeat(20_000)) })).toMatch(/^document-damaged/);
    const spoken = TTML.replace('all night.', 'all night. '.repeat(1_600_000));
    expect(await refusal({ holds: spoken })).toBe('document-damaged phrases.paragraph-endless');
    expect(await refusal({ holds: FDX.replace('<Text>', '<Text>'.repeat(20_000)) })).toMatch(/^document-damaged/);
  });

  it('takes the title of an entry, not those of what lies in it', async () => {
    const task = '<task><title>Buy eggs</title><status>trash</status></task></note>';
    expect((await read({ holds: ENEX.replaceAll('</note>', task) })).text).toBe((await read({ holds: ENEX })).text);
    const beside =
      '<media:title>A</media:title><itunes:title>B</itunes:title><x:status>trash</x:status><media:content><title>C</title></media:content></item>';
    expect((await read({ holds: WXR.replaceAll('</item>', beside) })).text).toBe((await read({ holds: WXR })).text);
  });

  it.each([
    [
      'a paragraph that is one element',
      'One.\n\nTwo.\n\n<p style="text-align: center;">* * *</p>\n\nThree,\nfour.',
      'One.\nTwo.\n* * *\n\nThree,\nfour.\n',
    ],
    ['a list beside its paragraph', 'One:\n<ul>\n<li>a</li>\n\n<li>b</li>\n</ul>\nTwo.', 'One:\na\nb\nTwo.\n'],
    ['a heading and a verse', '<h2 class="x">A</h2>\nOne,\ntwo.\r\n\r\nThree.', 'A\n\nOne,\ntwo.\n\nThree.\n'],
    ['a quotation of paragraphs', 'So:\n\n<blockquote>One.\n\nTwo.</blockquote>\nThree.', 'So:\nOne.\nTwo.\nThree.\n'],
    ['what is preformatted', 'So:\n\n<pre>x = 1\n\ny = 2</pre>\n\nOne.', 'So:\n\nx = 1\n\ny = 2\n\nOne.\n'],
    ['elements alone, broken anywhere', '<p>One\ntwo.</p>\n<p>Three.</p>', 'One two.\nThree.\n'],
  ])('parts a post of the old editor at its blank lines: %s', async (_, post, text) => {
    const holds = WXR.replace(/<item>[^]*<\/item>/, () => item('Post', post));
    expect((await read({ holds })).text).toBe(`Post\n\n${text}`);
  });

  it('looks once at a post of nothing but blanks and beginnings', async () => {
    const all = async () => {
      for (const many of ['<pre>', '\n\f', '\n \t', ' ', '<p\n'])
        expect(await refusal({ holds: WXR.replace('It came.', `It came.${many.repeat(100_000)}`) })).toMatch(
          /^read$|nested-deep$/,
        );
    };
    expect(await ownSeconds(all)).toBeLessThan(3);
  });

  it('leaves out what is said of a cue, and takes its text as XML has it', async () => {
    const said = TTML.replace(
      'all night.',
      '<metadata>By <p>Mia</p></metadata>5 &lt; 6, a &lt;b and c&gt; {\\an8} &amp;amp; d.',
    );
    expect((await read({ holds: said })).text).toMatch(/^The wheel turned 5 < 6, a <b and c> \{\\an8\} &amp; d\.\n/);
  });

  it('names text messages for what they are', async () => {
    const sms = `<?xml version='1.0' encoding='UTF-8'?>\n<smses count="1"><sms address="1" date="1767225600000" type="1" body="Hi" contact_name="Mia" /></smses>`;
    expect(await refusal({ holds: sms })).toBe('document-unread documents.sms');
  });
});

it('an outline is read entry by entry, with the notes of some programs below', async () => {
  const opml = `<?xml version="1.0" encoding="UTF-8"?>
<opml version="2.0"><head><title>Ferry</title></head><body>
<outline text="Chapter One" _note="The ferry left.&#10;&#10;She &amp;amp; he stayed.">
  <outline text="&lt;b&gt;Tea&lt;/b&gt;, too hot"/>
  <outline text="A crate &amp; its hens"/>
</outline>
<outline title="Chapter Two"/>
</body></opml>`;
  const { kind, text } = await read({ holds: opml }, { name: 'a.xml' });
  expect(kind).toBe('opml');
  expect(text).toBe(
    'Chapter One\nThe ferry left.\n\nShe &amp; he stayed.\nTea, too hot\nA crate & its hens\n\nChapter Two\n',
  );
});
