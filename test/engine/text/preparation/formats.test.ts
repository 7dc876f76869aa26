import { describe, expect, it } from 'vitest';
import { asProposed, findingsOf } from './prepared.ts';

const FORMATS = 'wikiextractor asciidoc rst dokuwiki wiki bbcode latex org fountain jira textile troff'.split(' ');

describe('marks of other formats', () => {
  it('of a wiki are left out', async () => {
    const text = `{{Infobox river
| name = Brown
| length = {{convert|12|km}}
}}
[[File:Heron.jpg|thumb|A [[heron]] at noon]]
'''The Brown''' is a [[river]] in the [[county of Hale|county]].<ref>{{cite book|title=Rivers}}</ref> It is ''slow''.<ref name="a" />

== History ==
The [[Miller (trade)|]] came, see [https://example.org/m his house]. {{lang|fr|Le moulin}} stood here.

* The mill
* The [[weir]]

{| class="wikitable"
! Year !! Depth
|-
| 1900 || 3
|}
It rained.
<!-- to be
checked -->
[[Category:Rivers]]
[[fr:Brune]]
`;
    expect(await asProposed(text)).toEqual({
      text: `The Brown is a river in the county. It is slow.

History
The Miller came, see his house. Le moulin stood here.

The mill
The weir

It rained.
`,
      steps: ['wiki'],
    });
  });

  it('of BBCode are left out', async () => {
    const text = `[quote=Ann;17]Is it [b]late[/b]?[/quote]
It is [i]very[/i] late, see [url=http://x.org/a]the clock[/url]. [img]http://x.org/a.png[/img]
[list]
[*]one
[*]two
[/list]
[color=red][size=4]Go![/size][/color]
`;
    expect(await asProposed(text)).toEqual({
      text: 'Is it late?\nIt is very late, see the clock.\none\ntwo\nGo!\n',
      steps: ['bbcode'],
    });
  });

  it('of LaTeX are left out', async () => {
    const text = `\\documentclass[12pt]{article} % a comment
\\usepackage[utf8]{inputenc}
\\title{A Walk}
\\begin{document}
\\maketitle
\\section{The River}\\label{sec:river}
% nobody reads this
The river was \\textit{brown and \\textbf{slow}}, 5\\% of it at most~\\cite{heron}.
\`\`Na\\"{\\i}ve,'' said Zo\\"e --- and left\\footnote{She did
not return.} the caf\\'{e}\\ldots
\\begin{figure}[h]
  \\includegraphics{a.png}
  \\caption{A heron}
\\end{figure}
\\begin{itemize}
  \\item One.
  \\item Two.
\\end{itemize}
{\\em It rained.}
\\end{document}
`;
    const { text: left, steps } = await asProposed(text);
    expect(steps).toEqual(['latex']);
    expect(left).toBe(`A Walk
The River
The river was brown and slow, 5% of it at most.
“Naïve,” said Zoë — and left the café…
  One.
  Two.
It rained.
`);
  });

  it('of LaTeX are left out with a head that begins before its class, as pandoc writes it', async () => {
    const text = `\\PassOptionsToPackage{unicode}{hyperref}
%
\\documentclass[
]{article}
\\usepackage{lmodern}
\\hypersetup{
  pdfcreator={LaTeX via pandoc}}
\\begin{document}

\\hypertarget{river}{%
\\section{The River}\\label{river}}

It \\emph{rained}.
\\end{document}
`;
    const { text: left, steps } = await asProposed(text);
    expect(steps).toEqual(['latex']);
    expect(left.trim()).toBe('The River\n\nIt rained.');
  });

  it('of Org are left out', async () => {
    const text = `#+TITLE: A Walk
#+AUTHOR: Ada
* TODO The river :draft:
:PROPERTIES:
:ID: 7
:END:
SCHEDULED: <2024-03-01 Fri>
The river was *brown* and /slow/, see [[https://x.org/a][the map]].[fn:1]
#+BEGIN_QUOTE
It rained.
#+END_QUOTE
* * *
** The weir
`;
    expect(await asProposed(text)).toEqual({
      text: 'A Walk\nThe river\nThe river was brown and slow, see the map.\nIt rained.\n* * *\nThe weir\n',
      steps: ['org'],
    });
  });

  it('of AsciiDoc are left out', async () => {
    const text = `= A Walk
Ada Finch
:toc: left
:lang: en

[[river]]
== The River

// nobody reads this
The river was *brown* and _slow_, see <<weir,the weir>> and https://x.org/a[the map].footnote:[She did
not return.]
"\`It rained,\`" he said -- twice.

////
It is to be
checked.
////

.Herons
[quote, Ann]
____
It rained.
____

image::a.png[A heron]

=== The Weir

* One.
** Two.

* * *

|===
|a |b
|===
`;
    expect(await asProposed(text)).toEqual({
      text: `A Walk
Ada Finch

The River

The river was brown and slow, see the weir and the map.
“It rained,” he said — twice.


Herons
It rained.


The Weir

One.
Two.

* * *

a\tb
`,
      steps: ['asciidoc'],
    });
  });

  it('of reStructuredText are left out', async () => {
    const text = `======
A Walk
======

:Author: Ada

.. contents::
   :depth: 2

The River
---------

The river was **brown** and *slow* [1]_, see \`the map <https://x.org/a>\`_ and
:ref:\`the weir <weir>\`. \`\`So\`\` it was::

   It rained.

.. figure:: a.png
   :alt: A heron

   A heron at noon.

.. note:: It rained.

.. to be
   checked

.. [1] She did
   not return.
.. _weir:

The Weir
--------
#. One.
`;
    expect(await asProposed(text)).toEqual({
      text: `A Walk


The River

The river was brown and slow, see the map and
the weir. So it was:

   It rained.

It rained.

The Weir
One.
`,
      steps: ['rst'],
    });
  });

  it('of WikiExtractor are left out, and each article stands apart', async () => {
    const article = (id: number, title: string) =>
      `<doc id="${id}" url="https://example.org/wiki?curid=${id}" title="${title}">\n${title}\n\nThe ${title} is slow.\n</doc>\n`;
    const text = `${article(1, 'Heron')}${article(2, 'Crow "of" the Brown')}`;
    expect(await asProposed(text)).toEqual({
      text: 'Heron\n\nThe Heron is slow.\n\nCrow "of" the Brown\n\nThe Crow "of" the Brown is slow.\n',
      steps: ['wikiextractor'],
    });
  });

  it('are not seen in what only looks like them', async () => {
    const texts = [
      'He said: [sic] it was a[i] and b[1], 50% of {a, b} = c.\n* * *\n# 3\n-- and "then" \'so\'.\n'.repeat(9),
      "* one\n* two\n: x\n; y\n''tis true, ''twas\n".repeat(5),
      'A \\title or an \\author stands in \\info, {\\footnote text} behind \\chftn, \\ref too.\n'.repeat(5),
      'C:\\Users\\ada\\item.txt and \\server\\share {x}\n'.repeat(5),
      'if [[ -f a ]]; then\n  echo "${a}"\nfi\n'.repeat(5),
      'ANN\n[Enter Tom]\n-- So.\n....\n.. and then\n==\n:smile:\n'.repeat(5),
      'A Walk\n======\n\nThe `river` was *brown*.\n\n----\n\nSo_ be it [1].\n'.repeat(5),
      "...and then it rained.\n.. and\n.profile and .B are files.\n'in the night,' he said\n.5 mm\n".repeat(5),
      'p. 12 and\nh1. The only one\nfn. 3: "so":he said, _he_ did\n* one\n# two\n|a|b|\n'.repeat(1),
      'int **a; // a comment\n((b)) == c; **d == e\n  * a comment\n^ 2 ^ 3\n[[nodiscard]] //\n'.repeat(9),
      '<doc>\nHe wrote <doc id="a"> there.\n</doc>\n'.repeat(4),
      '#include <a.h>\n# a comment\nint a[3] = {1, 2};\n'.repeat(5),
    ];
    for (const text of texts) {
      const steps = (await findingsOf(text)).filter(({ step, sure }) => sure && FORMATS.includes(step));
      expect(steps, text).toEqual([]);
    }
  });

  it('stay where a document that is set by other means shows them, but are named', async () => {
    const guide = 'Write \\emph{word} or \\textbf{word}, and \\section{Name} above.\n'.repeat(5);
    for (const kind of ['html', 'docx', 'pdf', 'epub'] as const)
      expect(await findingsOf(guide, kind)).toContainEqual(expect.objectContaining({ step: 'latex', sure: false }));
    expect(await findingsOf(guide, 'text')).toContainEqual(expect.objectContaining({ step: 'latex', sure: true }));
  });

  it('that never close keep their text', async () => {
    const lines = Array.from({ length: 600 }, (_, at) => `The heron stood ${at}.`).join('\n');
    const text = `== Rivers ==\n[[River]] '''Brown''' [[Weir|weir]]\n{{Infobox\n${lines}\n`;
    expect((await asProposed(text)).text).toContain(lines);
    const asciidoc = `= A\n:toc:\n== B\nfootnote:[c] <<d,e>>\n////\n${lines}\n`;
    expect((await asProposed(asciidoc)).text).toContain(lines);
    const latex = `\\section{A}\n\\emph{b} \\label{c}\n\\begin{figure}\n\\textit{open\n${lines}\n`;
    expect((await asProposed(latex)).text).toContain('The heron stood 0.\nThe heron stood 1.');
  });
});
