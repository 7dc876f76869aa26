import { describe, expect, it } from 'vitest';
import { after, asProposed } from './prepared.ts';

describe('marks', () => {
  it('of DokuWiki are left out, and not taken for those of another wiki', async () => {
    const text = `~~NOTOC~~
====== The Heron ======

The **heron** is a //slow// bird((It never //hurries//.)) of the [[river:brown|Brown]] and [[birds:weir_mill]].\\\\ It
stands, see http://example.org//a//b and [[https://example.org|his page]]. {{ :heron.png?200 |A heron}}

===== Food =====

  * Fish
    - ''Frogs'' and **//eels//**

^ Bird ^ Length ^
|Heron|98 cm |((It was
measured.))
----
It rained.
`;
    expect(await asProposed(text)).toEqual({
      text: `The Heron

The heron is a slow bird of the Brown and weir mill.
It
stands, see http://example.org//a//b and his page.

Food

Fish
Frogs and eels

Bird\tLength
Heron\t98 cm
It rained.
`,
      steps: ['dokuwiki'],
    });
  });

  it('of Textile are left out', async () => {
    const text = `h1. The Heron

p(intro). The *heron* is a _slow_ bird[1] of the "Brown":http://example.org/brown. It is +never+ *_quick_*, H[~2~]O.
<hr />

!heron.png(A heron)!

h2(#food){color:red}. Food

* Fish
## @Frogs@ and eels

bq. It rained.

|_. Bird|_. Length|
|Heron|98 cm|

The RSPB(Royal Society for the Protection of Birds) says %{color:red}so%.

fn1. It never hurries.
`;
    const { text: left, steps } = await asProposed(text);
    expect(steps).toEqual(['textile']);
    expect(left.trim()).toBe(`The Heron

The heron is a slow bird of the Brown. It is never quick, H2O.


Food

Fish
Frogs and eels

It rained.

Bird\tLength
Heron\t98 cm

The RSPB says so.`);
  });

  it('of DokuWiki are no marks in code', async () => {
    const code =
      'def __init__(self):  # **a** //b// ((c\n\n    x = [[1, 2]]  \\\\ ~~NOTOC~~ %%d%% 0\n|a|b|\n==== no heading ====';
    const text = `====== Heron ======
A **slow** //bird// of <nowiki>__init__ and **all**</nowiki> or **%%//a// | b%%**, \0 and <code>''x''</code>.
<code python>
${code}
</code>
<file>__a__
__b__</file> **c**
| %%a|b%% | //c// |
It //rained// ((for
long)) again.
`;
    expect((await asProposed(text)).steps).toContain('dokuwiki');
    expect(await after('dokuwiki', text)).toBe(`Heron
A slow bird of __init__ and **all** or //a// | b, \0 and ''x''.
${code}
__a__
__b__ c
a|b\tc
It rained again.
`);
  });

  it('of DokuWiki are no marks in code that stands deeper than its paragraph', async () => {
    const text = '====== A ======\n**b** //c//\n\n  x = y ** 2 ** z\n  //d// [[e|f]]\n\t__g__\n  * **h**\n  - i\n';
    expect(await after('dokuwiki', text)).toBe('A\nb c\n\n  x = y ** 2 ** z\n  //d// [[e|f]]\n\t__g__\nh\ni\n');
  });

  it('of Textile are no marks in code', async () => {
    const code = 'x = *MAX(alpha, beta)* + _a_ - "b":/c\n  * ==y== @z@ |a|b|';
    const text = `h1. Heron

The *heron* calls @MAX(alpha, _a_)@, *==_so_==*, IT(in time) and RSPB(Royal Society).

bc. ${code}

It _rained_.

bc(ruby).. ${code}

${code}
p. It _rained_ again.

pre. *a*
h2. Food

<pre>
*a*

*b*
</pre>
See <code>*c*</code> *d*.

bc. *e*
`;
    expect((await asProposed(text)).steps).toContain('textile');
    expect(await after('textile', text)).toBe(`Heron

The heron calls MAX(alpha, _a_), _so_, IT(in time) and RSPB.

${code}

It rained.

${code}

${code}
It rained again.

*a*
h2. Food

<pre>
*a*

*b*
</pre>
See <code>*c*</code> d.

*e*
`);
  });

  it('of Textile are none in code that is longer than what is waited for', async () => {
    const code = Array.from({ length: 150 }, (_, at) => `_a_ = *b* + ${at}`).join('\n');
    const text = `h1. A\n\n"b":/c and *d*\n\nbc. ${code}\n\nbc.. ${code}\n\n${code}\n\nh2. *E*\n\n*f*\n`;
    expect(await after('textile', text)).toBe(`A\n\nb and d\n\n${code}\n\n${code}\n\n${code}\n\nE\n\nf\n`);
  });
});
