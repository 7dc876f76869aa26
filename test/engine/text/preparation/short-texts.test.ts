import { describe, expect, it } from 'vitest';
import { asProposed } from './prepared.ts';

/** Paragraphs as a typesetter sets them who divides words. */
const DIVIDED = `Als der Mond über dem Hügel aufgegangen war und die Straße weiß vor
ihr lag, ging Anna zur Mühle hinunter. Sie hatte keine Angst, aber sie be-
eilte sich, denn es war spät geworden, und der Müller schloß die Tür im-
mer vor Mitternacht. So war es seit jeher Brauch. Im alten Haus-
und Hofbuch stand, daß niemand nach der Zeit eingelassen werde.

»Du kommst spät«, sagte Thomas und stellte die Laterne auf die Mauer,
die vom Regen naß war. Er trug eine S-Bahn-Mütze, die er in der Groß-
stadt gekauft hatte, und sah sie lange an, ohne etwas zu sagen.
`;
const WHOLE = `Als der Mond über dem Hügel aufgegangen war und die Straße weiß vor ihr lag, ging Anna zur Mühle hinunter. Sie hatte keine Angst, aber sie beeilte sich, denn es war spät geworden, und der Müller schloß die Tür immer vor Mitternacht. So war es seit jeher Brauch. Im alten Haus- und Hofbuch stand, daß niemand nach der Zeit eingelassen werde.

»Du kommst spät«, sagte Thomas und stellte die Laterne auf die Mauer, die vom Regen naß war. Er trug eine S-Bahn-Mütze, die er in der Großstadt gekauft hatte, und sah sie lange an, ohne etwas zu sagen.
`;

describe('a text of a page or two', () => {
  it('says by divided words alone that it was typeset, and keeps the hyphen that stands for a compound’s end', async () => {
    expect(await asProposed(DIVIDED)).toEqual({ text: WHOLE, steps: ['divided', 'wrapped'] });
  });

  it('says nothing by compounds that happen to stand at an end', async () => {
    const text =
      'A well-\nknown miller.\n\nHe sang.\n\nIt rained.\n\nThe old mill stood.\n\nNobody came by.\n\nA heron flew.\n';
    expect((await asProposed(text)).text).toBe(text);
  });

  it('has few pages, whose numbers rise amid sentences', async () => {
    const pages = [
      'Ada went down to the mill when the moon had risen over the hill and the\nroad lay white before her. She was not afraid, but it was late. You are',
      'late, said Tom, and he put the lantern on the wall, which was wet with\nthe rain. She had to laugh. The next morning the road was full, and',
      'in the gardens the apples lay in the grass. The river had risen over its\nbanks, and all the fields stood under water. Nobody had seen the like of',
      'it since the old days, when the first mill had been carried away.\n',
    ];
    const numbered = pages.map((page, at) => (at === 0 ? page : `                  - ${at + 11} -\n\n${page}`));
    expect(await asProposed(numbered.join('\n\n'))).toEqual({
      text: pages.join('\n'),
      steps: ['pages'],
    });
  });

  it('has a few marks of pages, one of another form', async () => {
    const text = 'The river [Pg 12]was brown.\n\n[Pg 13]\n\nIt rained.{14} The heron flew.\n';
    expect((await asProposed(text)).text).toBe('The river was brown.\n\nIt rained. The heron flew.\n');
  });
});

describe('chords above the words of a song', () => {
  const SONG =
    '[Verse]\n    G            C\nThe wheel goes round and round\n    G            D7\nThe water runs below\n\n[Chorus]\nC         Em\nAll the corn is white\nAm   D/F#    G\nWhite as any snow\n';
  const WORDS =
    '[Verse]\nThe wheel goes round and round\nThe water runs below\n\n[Chorus]\nAll the corn is white\nWhite as any snow\n';

  it('go, and the words stay', async () => {
    expect(await asProposed(SONG)).toEqual({ text: WORDS, steps: ['chordpro'] });
    const played =
      '[Intro]\nAm  F  C  G\n\n[Verse 1]\nAm          F\nI stood beside the water\nC      G\nand nobody came\n'.repeat(
        3,
      );
    const sung = '[Intro]\n\n[Verse 1]\nI stood beside the water\nand nobody came\n'.repeat(3);
    expect((await asProposed(played)).text).toBe(sung);
  });

  it('are no answers, marks or bases', async () => {
    for (const text of [
      '1. Who came?\nA\nThe miller did.\n2. Who went?\nB\nThe heron did.\n3. Who sang?\nC\nNobody did.\n4. Who saw?\nD\nThe river did.\n',
      'A C G A\nC G A A\nG G A C\nA C C G\nG A C A\nA A G C\n',
      'Am Abend\nregnete es.\nAm Morgen\nschien sie.\nA bee\nflew by.\nA dog\nlay there.\n',
    ])
      expect(await asProposed(text)).toEqual({ text, steps: [] });
  });
});

describe('what programs write into a conversation', () => {
  const chat = (messages: readonly string[]) => messages.map((said, at) => `12/03/24, 08:1${at} - ${said}\n`).join('');

  it('goes in languages of which only that is known', async () => {
    const text = chat([
      'Budi: Selamat pagi',
      'Sari: Pesan ini dihapus',
      'Budi: <Hiányzó médiafájl>',
      'Sari: Ezt az üzenetet törölték',
      'Budi: Sampai jumpa',
    ]);
    expect((await asProposed(text)).text).toBe('Budi: Selamat pagi\nBudi: Sampai jumpa\n');
  });

  it('goes where a message was changed, and where a call ended', async () => {
    const text = chat([
      'Ada: the river (edited)',
      'Tom: *** Call ended, duration 03:12 ***',
      'Tom: *** Missed call from Ada. ***',
      'Tom: *** happy new year ***',
      'Ada: is (as it was) brown',
      'Tom: yes (nearly)',
    ]);
    expect((await asProposed(text)).text).toBe(
      'Ada: the river\nTom: *** happy new year ***\nAda: is (as it was) brown\nTom: yes (nearly)\n',
    );
  });
});

describe('what sites leave in a copied novel', () => {
  it('is where it is read on a telephone, called by the site’s name', async () => {
    const text = '雨下了一夜。\n\n笔趣阁手机版阅读网址：m.biquge.info\n\n少年坐在窗前。\n\n顶点之上，云海翻腾。\n';
    expect((await asProposed(text)).text).toBe('雨下了一夜。\n\n少年坐在窗前。\n\n顶点之上，云海翻腾。\n');
  });

  it('is the box of a copyright of Lib.ru', async () => {
    const rule = '-'.repeat(60);
    const text = `${rule}\n © Copyright Иван Петров, 1998\n Date: 12 Mar 1999\n${rule}\n\nНочь на мельнице.\n\nАня спустилась к реке.\n`;
    expect((await asProposed(text)).text).toBe('Ночь на мельнице.\n\nАня спустилась к реке.\n');
    const own = text.replace('Иван Петров', 'Ivy Peters');
    expect((await asProposed(own)).text).toContain('Ivy Peters');
  });
});
