import { expect, test } from 'vitest';
import { read } from '../../documents/read.ts';
import { asProposed } from './prepared.ts';

/** As pandoc 2.17 writes them. */
test('Org loses its notes, rules, signs of lines and of tables', async () => {
  const org = `#+title: The Ferry

* Chapter One
:PROPERTIES:
:CUSTOM_ID: chapter-one
:END:
She counted the lamps.[fn:1]

Roses are red,\\\\
violets are blue.

--------------

| Name | Age |
|------+-----|
| Ruth | 30  |

[fn:1] A note that
       nobody reads.

[fn:b] Another.
* Chapter Two
The end.
`;
  const { text, steps } = await asProposed(org);
  expect(steps).toContain('org');
  expect(text.replace(/\n{2,}/g, '\n')).toBe('The Ferry\nChapter One\nShe counted the lamps.\nRoses are red,\nviolets are blue.\nName\tAge\nRuth\t30\nChapter Two\nThe end.\n'); // prettier-ignore
});

test('LaTeX loses what it defines and notes with words set apart, whole', async () => {
  const latex = String.raw`\documentclass{article}
\begin{document}
\section{Chapter One}
She counted.\footnote{A \emph{note}, see \textit{x}.} It was \emph{late}.

\begin{enumerate}
\def\labelenumi{\arabic{enumi}.}
\renewcommand{\labelenumii}{(\alph{enumii})}
\item
  First the hens.
\end{enumerate}
\end{document}
`;
  const { text } = await asProposed(latex);
  expect(text.trim().split(/\n+\s*/)).toEqual(['Chapter One', 'She counted. It was late.', 'First the hens.']);
});

test('links of LaTeX keep their words, addresses and references go', async () => {
  const latex = String.raw`\documentclass{article}
\begin{document}
\section{Chapter One}
See \href{https://a.example/map_1}{the \emph{old}
map} or \hyperref[sec:mill]{the mill}, as in \autoref{fig:a}.
\emph{She} counted. \textbf{It} was late.
\end{document}
`;
  const { text } = await asProposed(latex);
  expect(text.trim().replace(/\s+/g, ' ')).toBe(
    'Chapter One See the old map or the mill, as in. She counted. It was late.',
  );
});

test('reStructuredText with headings and a note, and a page of a wiki with headings and a table, are read as such', async () => {
  const rst = `=========
The Ferry
=========

:Author: R. Menzies

Chapter One
===========

She counted the lamps. [1]_

| Roses are red,
| violets are blue.

A letter
--------

The end.

.. [1]
   A note that nobody reads.
`;
  const { text, steps } = await asProposed(rst);
  expect(steps).toContain('rst');
  expect(text).not.toMatch(/[=|]|--|nobody|:Author/);
  const page = `= Chapter One =

She counted the lamps.<ref>A note.</ref>

== A letter ==

<blockquote>Dear Tom</blockquote>
{|
! Name
|-
| Ruth
|}

= Chapter Two =

The end.
`;
  const wiki = await asProposed(page);
  expect(wiki.steps).toContain('wiki');
  expect(wiki.text).not.toMatch(/[=<{|]/);
});

test('notes that pandoc and those who go by it lead back from are left out, and breaks of lines in an article stay', async () => {
  const text = 'She counted the lamps.\n\nThe end.\n\nA note that nobody reads.↩︎\n\nOne more. ↩\n';
  expect((await asProposed(text)).text).toBe('She counted the lamps.\n\nThe end.\n\n');
  expect((await asProposed('Press ↩ to go on.\n')).text).toBe('Press ↩ to go on.\n');
  const jats = `<article article-type="other"><body><p>Roses are red,<break/>violets are blue.</p></body></article>`;
  expect((await read({ holds: jats }, { name: 'a.xml' })).text.trim()).toBe('Roses are red,\nviolets are blue.');
});

test('bullets and signs of the fonts Symbol and Wingdings are what they look like, the others are left out', async () => {
  expect((await asProposed('\uf0b7 a mug\n\uf0a7 a kettle\uf0fc\nSo\uf0e0it\uf0d9 was \uf04a\n')).text).toBe('• a mug\n▪ a kettle✓\nSo→it was ☺\n'); // prettier-ignore
});

test('a picture of signs is no text of a wiki', async () => {
  const picture = [
    '   ..::____::..   .;==   ;.',
    '=========',
    '=-==--==-==',
    '=  - ; . : =',
    '= -- --- -- =',
    '`:,,;;__ ,;; ,;;, `:,,:__',
  ].map((line) => line.replaceAll('__', "''''"));
  const text = `${picture.join('\n')}\n`.repeat(4);
  expect((await asProposed(text)).text).toBe(text);
});
