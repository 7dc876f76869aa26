import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { typeable } from '../../../electron/cli/output/typeable.ts';

test('a word stands as it is where no shell minds', () => {
  for (const word of ['tell', '逍遥游-ab2de', 'हिन्दी-ab2de', '/home/me/aesop', '--workspace=a'])
    expect(typeable(word, 'linux')).toBe(word);
  expect(typeable('C:\\Users\\me', 'win32')).toBe('C:\\Users\\me');
});

test('a shell reads every word as it was', () => {
  const words = [
    'My Stories',
    "the Cat's",
    '$HOME `date` $(date)',
    'a\\b"c',
    '~',
    '*',
    '',
    'one\ntwo',
    '#',
    '!!',
    '&|;<>',
  ];
  const line = words.map((word) => typeable(word, 'linux')).join(' ');
  const read = execFileSync('sh', ['-c', `printf '%s\\0' ${line}`], { encoding: 'utf8' });
  expect(read.split('\0').slice(0, -1)).toEqual(words);
  expect(typeable('C:\\My Stories', 'win32')).toBe('"C:\\My Stories"');
});
