import { describe, expect, it } from 'vitest';
import { after, asProposed } from './prepared.ts';

describe('requests', () => {
  it('of manual pages are left out, and paragraphs are filled', async () => {
    const text = `'\\" t
.\\" nobody reads this
.de XX
.ft B
..
.ds Br the Brown
.TH HERON 1 "1 March 2024"
.SH NAME
heron \\- a slow bird
.SH "WHERE IT STANDS"
It stands in
.B "the river"
(see
.BR crow (1)),
and in \\*(Br\\(em\\fInot\\fR in the caf\\('e.
.PP
It waits.
.TP
.B \\-a
For fish.
.IP \\(bu 2
For frogs.
.nf
 one
  two
.fi
\\&.SH is no heading.
`;
    expect(await asProposed(text)).toEqual({
      text: `NAME
heron - a slow bird

WHERE IT STANDS
It stands in the river (see crow(1)), and in the Brown—not in the café.

It waits.

-a
For fish.

• For frogs.
 one
  two
.SH is no heading.
`,
      steps: ['troff'],
    });
  });

  it('of mdoc are left out, and its macros say what they print', async () => {
    const text = `.Dd March 1, 2024
.Dt HERON 1
.Os
.Sh NAME
.Nm heron
.Nd watch the river
.Sh SYNOPSIS
.Nm
.Op Fl a | b Ar file
.Brq Fl -long Ns = Ns Ar n
.Sh DESCRIPTION
The
.Nm
utility is
.Dq very slow ,
see
.Xr crow 1 .
.Bl -tag -width Ds
.It Fl a
Wait for
.Ar file .
.El
.D1 Fl b
or
.Dl heron Ns s
`;
    expect(await asProposed(text)).toEqual({
      text: `NAME
heron – watch the river

SYNOPSIS
heron [-a | -b file] {--long=n}

DESCRIPTION
The heron utility is “very slow”, see crow(1).

-a
Wait for file.
-b or herons
`,
      steps: ['troff'],
    });
  });

  it('of mdoc are told from words that every object of the language has', async () => {
    for (const name of ['constructor', 'toString', 'valueOf', '__proto__', 'hasOwnProperty']) {
      const text = `.Dt A 3\n.Sh NAME\n.Nm ${name}\n.Nd a ${name}\n.Sh SEE ALSO\n.Op Ar ${name} ,\n.Fn ${name} a\n`;
      expect(await asProposed(text)).toEqual({
        text: `NAME\n${name} – a ${name}\n\nSEE ALSO\n[${name}], ${name}(a)\n`,
        steps: ['troff'],
      });
    }
  });

  it('of manual pages end where they say so', async () => {
    const text = `.TH HERON 1
.de XX YY
.B is no text
..
.YY
.SH NAME
heron
.am XX "YY"
.I is none
. YY \\" here
.ig end
This is none.
.endless
.end
.ig
Nor is this.
..
.TS
a table
.TE
is
.de XX
.B none
..
.B slow
`;
    expect(await after('troff', text)).toBe('NAME\nheron\nis\nslow\n');
  });

  it('of manual pages are read where their conditions hold for a terminal', async () => {
    const text = `.TH HERON 1
.ie \\n(.g .ds Aq \\(aq
.el .ds Aq '
.nr a 2
.if \\nF \\{\\
.de IX
.tm nothing
..
.if !\\nF==2 \\{\\
nothing
.\\}
.\\}
.SH NAME
.if n .ti +2
It\\*(Aqs a heron
.if t in print
.ie n \\{\\
in a terminal,
.sp \\}
.el \\{\\
on paper,
.\\}
.ie t .B bold
.el .I slow
.if \\na>1 and
.if (\\na<2) never
.if '\\*(Aq'a' never
.if !'a'b' brown
.if d Aq \\{ (as ever)
.\\}
.
`;
    expect(await after('troff', text)).toBe("NAME\nIt's a heron in a terminal,\n\nslow and brown (as ever)\n");
  });

  it('of manual pages leave the words of links, with the mark behind them', async () => {
    const text = `.TH HERON 1
.SH SEE ALSO
Write to
.MT ada@example.org
Ada
.ME ,
see
.UR http://example.org
her page
.UE .
Or
.UR http://example.org/b
.UE
and wait.
`;
    expect(await after('troff', text)).toBe(
      'SEE ALSO\nWrite to Ada, see her page. Or http://example.org/b and wait.\n',
    );
  });

  it('of manual pages that nobody knows give their words', async () => {
    const text = `.TH HERON 1
.SH SYNOPSIS
.SY heron
.OP \\-a file
.OP \\-b
.YS
.SH NAME
.PD 0
.IX Title "HERON 1"
A heron
.XYZ "stands in" water,
.Zq slowly
.tr ab
.XYZ
.ft B
and sees
.MR crow 1 .
`;
    expect(await after('troff', text)).toBe(
      'SYNOPSIS\n\nheron\n[-a file] [-b]\n\nNAME\nA heron stands in water, slowly and sees crow(1).\n',
    );
  });
});
