import { describe, expect, it } from 'vitest';
import { after, asProposed, findingsOf } from './prepared.ts';

describe('invisible signs', () => {
  it('are counted, named and left out', async () => {
    const text = 'The cat\u200b sat.\0 The cata\xadlogue\u200e is\ufeff here.\x1b[31m red\x1b[0m\n';
    const [finding] = await findingsOf(text);
    expect(finding).toMatchObject({ step: 'signs', sure: true, places: 7 });
    expect(finding.facts?.signs).toContain('U+001B × 2');
    expect((await asProposed(text)).text).toBe('The cat sat. The catalogue is here. red\n');
  });

  it('that were quotes and dashes of Windows become them again', async () => {
    const text = 'It\x92s late, \x93she said\x94 \x96 and left\x85 twice.\x81\n';
    const [finding] = await findingsOf(text);
    expect(finding).toMatchObject({ step: 'signs', sure: true, places: 6 });
    expect((await asProposed(text)).text).toBe('It’s late, “she said” – and left… twice.\n');
    expect(await after('signs', 'one\x85two\n')).toBe('one\ntwo\n');
  });

  it('stay where they mean something', async () => {
    const text =
      'می\u200cخواهم क्\u200dष 👨\u200d👩\u200d👧 ไป\u200bมา 🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}\n';
    expect(await findingsOf(text)).toEqual([]);
    expect(await after('signs', text)).toBe(text);
  });

  it('go where the same signs mean nothing', async () => {
    expect(await after('signs', 'Auf\u200clage ab\u200d a\u200bb\n')).toBe('Auflage ab ab\n');
  });

  it('that end lines elsewhere end lines here', async () => {
    expect(await after('signs', 'one\u2028two\ffoo\n\fbar\n')).toBe('one\ntwo\nfoo\nbar\n');
  });

  it('leave the hyphen of a word divided at a line end', async () => {
    expect(await after('signs', 'he re\xad\nturned\n')).toBe('he re\u2010\nturned\n');
  });
});

describe('compatibility forms', () => {
  it('are folded on wish, punctuation of Chinese is not', async () => {
    expect((await findingsOf('a ﬁsh\n'))[0]).toMatchObject({ step: 'compatibility', sure: false, places: 1 });
    expect(await after('compatibility', 'a ﬁsh, Ｈｅｌｌｏ！\n他说ＡＢ，好！\n')).toBe(
      'a fish, Hello!\n他说AB，好！\n',
    );
  });
});

it('signs without end in one line are all counted, and the first of them shown', async () => {
  const text = `The mice${'\f'.repeat(100_000)}\x07 met\fa\xadgain.\n`;
  const [finding] = await findingsOf(text);
  expect(finding).toMatchObject({ step: 'signs', places: 100_003 });
  expect(finding.examples[0].before).toMatch(/^The mice(‹U\+000C›)+/);
  expect(await after('signs', text)).toBe('The mice\n met\nagain.\n');
});
