import { describe, expect, it } from 'vitest';
import { asProposed } from './prepared.ts';

const SONG = `{title: The Heron}
{artist: Nobody}
{key: Am}
# slowly

{start_of_verse}
[Am]I stood beside the [F]water
And the [C/G]water stood [Gsus4]by me
[Am][F]
{end_of_verse}

{sot}
e|--0--1--|
{eot}
{c: softly}
Oh [Am7]heron, [F#m]fly [Bb]away [x2]
`;
const TWEE = `:: StoryTitle
The Heron

:: StoryData
{
  "ifid": "D674C58C"
}

:: Style [stylesheet]
body { color: red }

:: Start {"position":"400,200"}
(set: $boat to 1)You stand by the water (it is cold).

[[Go home->Home]] or [[Stay]]
[[Wait|Stay]] <<if $boat>>and see<</if>>

:: Home [end]
You go home.
`;
const USFM = `\\id JON World English Bible
\\h Jonah
\\toc1 The Book of Jonah
\\mt1 The Book of Jonah
\\c 1
\\p
\\v 1 Now the word of \\nd the Lord\\nd* came to \\w Jonah|strong="H3124"\\w*, saying,
\\v 2 “Arise, go to Nineveh,\\f + \\fr 1:2 \\ft a great city\\f* that great city.”
\\v 3-4 But he fled. \\x - \\xo 1:3 \\xt Gen 1:1\\x*He went down.
\\q1
\\v 5 And the sailors were afraid,
\\q2 and every man cried.
`;

describe('stories and songs', () => {
  it.each([
    [
      'ChordPro',
      'chordpro',
      SONG,
      'The Heron\nNobody\n\nI stood beside the water\nAnd the water stood by me\n\nsoftly\nOh heron, fly away [x2]\n',
    ],
    [
      'Twee',
      'twee',
      TWEE,
      'The Heron\n\nYou stand by the water (it is cold).\n\nGo home or Stay\nWait and see\n\nYou go home.\n',
    ],
    [
      'USFM',
      'usfm',
      USFM,
      'The Book of Jonah\nNow the word of the Lord came to Jonah, saying,\n“Arise, go to Nineveh, that great city.”\nBut he fled. He went down.\nAnd the sailors were afraid,\nand every man cried.\n',
    ],
  ])('of %s lose its marks', async (_, step, text, left) => {
    const { text: bare, steps } = await asProposed(text);
    expect(steps).toEqual([step]);
    expect(bare.replace(/\n{3,}/g, '\n\n')).toBe(left);
  });

  it.each([
    'He said :: and she [[This]] said [[that]].\n:: so\n',
    'See [A] and [B], and [Am] I there? {title} {key}\n'.repeat(4),
    '“[A]nd so,” he said, “[B]ut not [G]od,” and see [A], [C] and [D].\n'.repeat(4),
    'A path \\v 1 is none, nor is \\c 2.\nC:\\p\\v 1\n',
    'The article is long.\n:: I agree with [[User:Ada]] here.\n:: Fine, see [a script]\n::: Not me, see [[Lake]].\n'.repeat(
      4,
    ),
    ':: copy the file\ncopy a b\n:: see [[readme]] and [[notes]]\nif exist a (if: b) del a\n'.repeat(4),
    '::std::cout << 1 >> b;\n::foo(x);\n[[nodiscard]] int f();\n[[maybe_unused]] int y;\n'.repeat(4),
    `${'The lamps on the quay were counted, and no boat came.\n'.repeat(30)}He wrote that [D7]or was no [Am]key, and [A7]so [F7]on.\n`,
    '{key: 1}\nThe answer [A] is here, [B] not.\n'.repeat(4),
    'std::vector<int> a;\n:: global();\n:: other();\nint b[[1]];\n',
  ])('are not seen in what is like them: %j', async (text) => {
    expect((await asProposed(text)).text).toBe(text);
  });

  it('leave headings of Markdown beside songs', async () => {
    const song = '## The Heron\n\n{title: River}\n# slowly\n[G]Down by the [C]river, [Am]I was [F]there\n\n';
    const bare = '## The Heron\n\nRiver\nDown by the river, I was there\n\n';
    expect((await asProposed(song.repeat(3))).text).toBe(bare.repeat(3));
  });
});
