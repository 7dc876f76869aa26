import { describe, expect, test } from 'vitest';
import { plainJson } from '../../../electron/cli/output/plain-text.ts';
import { bold, dim, oneLine, red } from '../../../electron/cli/output/styled.ts';
import { factLines, tableLines } from '../../../electron/cli/output/table.ts';
import { textWidth } from '../../../electron/cli/output/text-width.ts';

const COLOURED = '\x1b[31mred\x9b32m\r\u202e';

describe('a line', () => {
  test('obeys our styles, never those that a text brings along', () => {
    const parts = [red('aesop:'), ` “${COLOURED}”`, dim('a ', bold(COLOURED))];
    expect(oneLine(parts, false)).toBe('aesop: “[31mred32m”a [31mred32m');
    expect(oneLine(parts, true)).toBe(
      '\x1b[31maesop:\x1b[39m “[31mred32m”\x1b[2ma \x1b[1m[31mred32m\x1b[22m\x1b[2m\x1b[22m',
    );
  });

  test('stays one line', () => expect(oneLine(['a\nb\r\nc\u2028d\u0085e\tf'], false)).toBe('a⏎b⏎cde⇥f'));
});

test('columns are measured by what is seen of their cells', () => {
  const lines = tableLines([{ title: 'name' }, { title: 'n' }], [[COLOURED, '1'], ['plain', '2']]); // prettier-ignore
  expect(lines.slice(1)).toEqual(['[31mred32m  1', 'plain       2']);
  for (const line of factLines([['engine', `a\n${COLOURED}`]])) expect(textWidth(line)).toBe(line.length);
});

test('JSON escapes what it would leave to the terminal, and says the same', () => {
  const value = { text: `\x7f\x85\x9b\u202e\u2028\n\t\x1b“鼠”` };
  expect(plainJson(value)).toBe('{"text":"\\u007f\\u0085\\u009b\\u202e\\u2028\\n\\t\\u001b“鼠”"}');
  expect(JSON.parse(plainJson(value))).toEqual(value);
});
