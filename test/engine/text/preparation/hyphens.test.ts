import { describe, expect, it } from 'vitest';
import { createPreparation, examine } from '../../../../electron/engine/text/preparation/index.ts';
import { isSuspended } from '../../../../electron/engine/text/preparation/hyphens.ts';

/** A text after what is proposed for it in a language. */
async function proposed(language: string, text: string): Promise<string> {
  const settings = { language, kind: 'text' } as const;
  const sure = (await examine([text], settings)).filter((finding) => finding.sure);
  const preparation = createPreparation(
    sure.map(({ step, plan }) => ({ step, plan })),
    settings,
  );
  return preparation.push(text) + preparation.end();
}
const FILLED = 'The herons stood below the weir, and took no notice\nof him as he passed by.\n\n'.repeat(60);
const said = (language: string, text: string) =>
  proposed(language, text).then((left) => left.replace(/\s+/g, ' ').trim());

describe('hyphens at the ends of lines', () => {
  it('divide words by what their parts are, where the text has none of them whole', async () => {
    for (const [cut, whole] of [
      [
        'He had never seen any-\nthing like it, and with-\nout a word he went.',
        'He had never seen anything like it, and without a word he went.',
      ],
      ['She was go-\ning, and the peo-\nple of the mill saw it.', 'She was going, and the people of the mill saw it.'],
    ])
      expect(await said('en', `${FILLED}${cut}\n`)).toMatch(new RegExp(`${whole.replaceAll('.', '\\.')}$`));
    const german = 'Der Reiher stand am Wasser und rührte sich nicht.\n\n'.repeat(60);
    expect(await said('de', `${german}Er suchte den Schlüs-\nsel, der hin-\nunter fiel.\n`)).toMatch(
      /Er suchte den Schlüssel, der hinunter fiel\.$/,
    );
  });

  it('stay where nothing says that they do', async () => {
    for (const kept of ['The sea-\nking came, and the wood-\nland was dark.', 'He saw any-\nthing.']) {
      const text = `${FILLED}${kept}\n`;
      expect(await proposed('en', text)).toContain(kept.split('\n')[0]);
    }
  });

  it('stay in compounds, whatever is divided about them', async () => {
    const english =
      'He had never seen any-\nthing like it in his life, and there was some-\none at the door with-\nout a lantern. A well-\nknown heron stood there, self-\nsatisfied and half-\nasleep, about twenty-\nfive steps from the good-\nlooking man-of-\nwar, and it was self-\nish, the ill-\nness of half-\nway herons.\n';
    expect(await said('en', english)).toBe(
      'He had never seen anything like it in his life, and there was someone at the door without a lantern. A well- known heron stood there, self- satisfied and half- asleep, about twenty- five steps from the good- looking man-of- war, and it was selfish, the illness of halfway herons.',
    );
    const french =
      'Il pleuvait tou-\njours, et le meu-\nnier, dit-\nil, était peut-\nêtre dans la mai-\nson de ceux-\nci, pen-\ndant la nuit.\n';
    expect(await said('fr', french)).toBe(
      'Il pleuvait toujours, et le meunier, dit- il, était peut- être dans la maison de ceux- ci, pendant la nuit.',
    );
  });

  it('stay, with a blank behind them, where they stand for what the next compound ends with', async () => {
    for (const [language, cut, whole] of [
      [
        'en',
        'He kept pre-\nand post-war machines, some-\nthing that no-\nbody had, in two-\nor three-year loans with-\nout a seal, as a doc-\ntor and edi-\ntor does.',
        'pre- and post-war machines, something that nobody had, in two- or three-year loans without a seal, as a doctor and editor does.',
      ],
      [
        'nl',
        'De molen staat stil op zon-\nen feestdagen, als-\nof de molenaar met zijn vrien-\nden in- \nof uitgaat, en het re-\ngent in zijn kinder-\njaren.',
        'op zon- en feestdagen, alsof de molenaar met zijn vrienden in- of uitgaat, en het regent in zijn kinderjaren.',
      ],
      [
        'de',
        'Der Müller hatte Haus-\nund Hofbuch zwei-\nbis dreimal verlo-\nren und such-\nte den Schlüs-\nsel.',
        'Haus- und Hofbuch zwei- bis dreimal verloren und suchte den Schlüssel.',
      ],
    ])
      expect(await said(language, `${cut}\n`)).toContain(whole);
  });

  it('stand for nothing where the word after them has one, too', () => {
    expect(isSuspended('bread-', 'and-butter for all', 'en')).toBe(false);
    expect(isSuspended('pre-', 'and post-war', 'en')).toBe(true);
  });
});
