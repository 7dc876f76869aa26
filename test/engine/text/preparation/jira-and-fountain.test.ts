import { describe, expect, it } from 'vitest';
import { after, asProposed } from './prepared.ts';

describe('marks', () => {
  it('of Jira are left out, and not taken for those of Textile', async () => {
    const text = `h1. The Heron

The *heron* is a {color:red}_slow_{color} bird of the [Brown|http://example.org/brown]. [~ada] saw {{heron -a}}.\\\\ It waits.
----
!heron.png|thumbnail!

{quote}
It never hurries.
{quote}
h2. Food

* Fish
## Frogs, not \\{newts\\}

||Bird||Length||
|Heron|98 cm|

bq. It rained [^rain.txt].
`;
    expect(await asProposed(text)).toEqual({
      text: `The Heron

The heron is a slow bird of the Brown. ada saw heron -a.
It waits.

It never hurries.
Food

Fish
Frogs, not {newts}

Bird\tLength
Heron\t98 cm

It rained .
`,
      steps: ['jira'],
    });
  });

  it('of Jira are no marks in code', async () => {
    const code = 'a = [b|http://c] * d * {{e}}\n||f||\nh1. g\n{color}';
    const text = `h1. A\n\n{code:title=x|y}\n${code}\n{code}\n*b* {noformat}_c_{noformat} [d|#e] {code}*f*\n*g*{code} *h*\n`;
    expect((await asProposed(text)).steps).toEqual(['jira']);
    expect(await after('jira', text)).toBe(`A\n\n${code}\nb _c_ d *f*\n*g* h\n`);
  });

  it('of Textile are still those of Textile', async () => {
    const text = 'h1. A\n\nThe *heron* of the "Brown":http://example.org/a.\n\nbq. It _rained_.\n\nh2. B\n\n|a|b|\n';
    expect((await asProposed(text)).steps).toEqual(['textile']);
  });

  it('of Fountain are left out, and no line is joined to another', async () => {
    const text = `Title: The Weir
Author: Nobody

# Act One

= They listen.

EXT. RIVER - DAWN #1#

Fog. [[maybe not]]A *wheel* turns. ARNOLD (50) sits on the weir and looks at
the leaves.

MILLER
(quietly)
You are _early_.

ARNOLD ^
I could not sleep. The wheel can be heard as far
as my room.

/* An old scene
that is gone. */

CUT TO:

.MILL - LATER

[[What is
to come.]]

!NOBODY
@McARNOLD
Yes.

INT. MILL - NIGHT

~A song

> FADE OUT:

> THE END <
===
`;
    const { text: left, steps } = await asProposed(text);
    expect(steps).toEqual(['fountain']);
    expect(left.replace(/\n{3,}/g, '\n\n')).toBe(`

EXT. RIVER - DAWN

Fog. A wheel turns. ARNOLD (50) sits on the weir and looks at
the leaves.

MILLER
(quietly)
You are early.

ARNOLD
I could not sleep. The wheel can be heard as far
as my room.

CUT TO:

MILL - LATER

NOBODY
McARNOLD
Yes.

INT. MILL - NIGHT

A song

FADE OUT:

THE END
`);
  });

  it('of Fountain include the page before the first scene, which no letter and no other screenplay has', async () => {
    const scenes = 'INT. MILL - NIGHT\n\nThe wheel turns.\n\nEXT. WEIR - DAY\n\nRain.\n';
    const page =
      'Title:\n    _**THE WEIR**_\n    A Tale\nCredit: Written by\nAuthor: Ada Moor\nDraft date: 1/2/2024\nContact:\n\tMill Lane\n\n';
    const marked = '\n.ROOF\n\n[[why?]]\n\nDone.\n';
    expect(await asProposed(page + scenes + marked)).toEqual({
      text: `${scenes}\nROOF\n\n\nDone.\n`,
      steps: ['fountain'],
    });
    for (const text of ['Title: a word that I never liked\n\nDear Ada,\n\nit rained.\n', `A note.\n\n${scenes}`])
      expect(await asProposed(text)).toEqual({ text, steps: [] });
  });

  it.each(['.NET is what she typed.', '@ada', '~ 5 miles', '> THE END <', '[[sic]]', '!Kung is spoken there.'])(
    'of Fountain are not sure where one kind alone stands in a screenplay: %s',
    async (line) => {
      const text = `INT. OFFICE - DAY\n\nAda types.\n\n${line}\n\nEXT. STREET - NIGHT\n\nRain.\n\n${line}\n\nTo be continued.\n`;
      expect(await asProposed(text)).toEqual({ text, steps: [] });
    },
  );

  it('of Fountain are sure where two kinds stand in it, or its scenes are numbered', async () => {
    const scenes = (number: string) =>
      `INT. OFFICE - DAY${number}\n\nAda types.\n\nEXT. STREET - NIGHT${number}\n\nRain.\n`;
    expect((await asProposed(scenes(' #1#'))).text).toBe(scenes(''));
    expect((await asProposed(`${scenes('')}\n.ROOF\n\n@ada\nYes.\n`)).text).toBe(`${scenes('')}\nROOF\n\nada\nYes.\n`);
  });

  it('of neither are found in a program, a plain scene or a letter, nor those of AsciiDoc in Haddock', async () => {
    const texts = [
      'INT. KITCHEN - NIGHT\n\nRain.\n\nANNA\nWho is there?\n\nCUT TO:\n\nEXT. STREET - NIGHT\n\nBen stands in the rain.\n',
      'if (a || b) {\n  return [[1, 2], {c: d}];\n}\n/* no */\nx = a[0] || {};\ny = b[1] || {};\n',
      'Dear Ada,\n\nI have {quote} nothing to say [so far], and h1. is no heading.\n\nBo\n',
      '= The Heron\n\nIt is <<heron.png A heron>> slow.\n\n== Food\n\n* fish\n\n>>> stand 1\n2\n\n@\ncode\n@\n\n[@fish@] eaten\n\n=== Sleep\n\nIt sleeps. <<b.png>>\n',
      '- one || two\n- [three|four]\n* five *six* _seven_\n',
    ];
    for (const text of texts) expect((await asProposed(text)).text).toBe(text);
  });
});
