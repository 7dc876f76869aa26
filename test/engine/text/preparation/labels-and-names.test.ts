import { expect, it } from 'vitest';
import { asProposed } from './prepared.ts';

it('of ChordPro, what a part is called stays as titles do', async () => {
  const text = `{title: The Weir}
{start_of_chorus: Chorus 1}
[Am]Brown is the [C]water
[G]slow is the [Am]bird
{end_of_chorus}
{c: Softly}
{start_of_verse label="Verse 2"}
[Am]Long was the [C]evening
{eov}
{chorus}
{chorus: Refrain}
{start_of_tab: Intro}
e|--0--
{end_of_tab}
{start_of_bridge}
[G]Gone
`;
  expect(await asProposed(text)).toEqual({
    text: 'The Weir\nChorus 1\nBrown is the water\nslow is the bird\nSoftly\nVerse 2\nLong was the evening\nRefrain\nGone\n',
    steps: ['chordpro'],
  });
});

it('of reStructuredText, names between bars are what they stand for', async () => {
  const text = `Weir
====

.. |bird| replace:: the *grey* heron
.. |pic| image:: a.png

Here stands |bird|, and |bird|_ waits |pic|. See :ref:\`weir\` and \`home <http://example.org>\`_.

More
====

It is a | b | c.
`;
  const { text: left, steps } = await asProposed(text);
  expect(steps).toEqual(['rst']);
  expect(left).toContain('Here stands the grey heron, and the grey heron waits . See weir and home.');
  expect(left).toContain('It is a | b | c.');
});

it('braces and bars of a plain text are its own', async () => {
  const text = 'He wrote {chorus: Refrain} into |bird| of the book.\n\nNobody read {it}.\n';
  expect(await asProposed(text)).toEqual({ text, steps: [] });
});
