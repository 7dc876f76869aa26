import { expect, test } from 'vitest';
import { symbolOf } from '../../../electron/engine/text/documents/readers/docx-symbols.ts';

test.each([
  ['Symbol', 'F061', 'α'],
  ['Symbol', 'F057', 'Ω'],
  ['Symbol', 'F0B3', '≥'],
  ['Symbol', '0062', 'β'],
  ['Wingdings', 'F04A', ''],
  ['Symbol', 'F0F4', ''],
  ['Symbol', '03B1', 'α'],
  ['Times New Roman', '2014', '—'],
  ['Symbol', undefined, ''],
])('a sign of %s with the number %s is “%s”', (font, code, sign) => {
  expect(symbolOf(font, code)).toBe(sign);
});
