import { expect, test } from 'vitest';
import { mayHoldFrame } from '../../../../electron/engine/text/preparation/frame/hint.ts';
import { Scanner } from '../../../../electron/engine/text/preparation/marks.ts';

const names = [
  ...[
    'Project Gutenberg',
    'PROJECT GUTENBERG',
    'Wikisource',
    'Free Ebooks',
    'Google',
    'Digitized',
    'Digitised',
    '底本：',
  ],
  ...['www.feedbooks.com', 'Smashwords', 'Planet eBook', 'www.hathitrust.org', 'gallica.bnf.fr', 'elejandria.com'],
  ...['www.jstor.org', 'liberliber.it', 'du Québec', 'wolnelektury.pl', 'Royallib', 'ЛитРес', 'Runeberg'],
  ...['Lib.ru', 'Last-modified', 'Transcriber', 'TRANSCRIBER', 'zur Transkription', 'www.haodoo.net'],
];

const mayHold = (text: string) => {
  const scanner = new Scanner();
  scanner.lay(text);
  return mayHoldFrame(text, scanner.units);
};

test.each(names)('a stretch of a text that holds “%s” may be a frame', (name) => {
  expect(mayHold(`It was late.\n${name}\nHe slept.`)).toBe(true);
});

test('one that holds parts of such names is none', () => {
  expect(mayHold('Alejandra feeds books to a hat; Quebec, a gallic Liber, and the berliberry.')).toBe(false);
});
