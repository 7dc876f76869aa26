import { expect, test } from 'vitest';
import { mayHoldFrame } from '../../../../electron/engine/text/preparation/frame/hint.ts';

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
  ...['www.jstor.org', 'liberliber.it', 'du Québec', 'wolnelektury.pl', 'Royallib', 'ЛитРес'],
];

test.each(names)('a stretch of a text that holds “%s” may be a frame', (name) => {
  expect(mayHoldFrame(`It was late.\n${name}\nHe slept.`)).toBe(true);
});

test('one that holds parts of such names is none', () => {
  expect(mayHoldFrame('Alejandra feeds books to a hat; Quebec, a gallic Liber, and the berliberry.')).toBe(false);
});
