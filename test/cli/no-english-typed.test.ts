import { afterEach, describe, expect, test, vi } from 'vitest';
import { idScales } from '../../electron/contract/foreign-formats.ts';
import { stepNames } from '../../electron/contract/preparation.ts';
import { readCommandLine } from '../../electron/cli/command-line.ts';
import { VERBS } from '../../electron/cli/program.ts';
import type { PlainError } from '../../electron/contract/errors.ts';
import { loadTerminal } from '../../electron/messages/terminal.ts';
import { leftovers, TYPED } from './leftovers.ts';

const made = await loadTerminal('en-XA');

afterEach(() => vi.restoreAllMocks());

test('the check finds English that no message said, also where it came as a value', () => {
  expect(leftovers('⟦ţràìñ·⟧ aesop train x --units 3 /tmp/some/path 5 MB `npm start`')).toEqual([]);
  expect(leftovers('⟦ţràìñ a whole number·⟧ steps')).toEqual(['whole', 'number', 'steps']);
  expect(leftovers('⟦ŵòřđ {name}·⟧ MBs', ['MB'])).toEqual(['name', 'MBs']);
});

describe('help', () => {
  const examples = VERBS.flatMap((verb) => verb.examples).map((line) =>
    typeof line === 'string' ? line : String(line.values.command),
  );

  test.each([[], ...VERBS.map(({ name }) => [name])])('of %s', (...verb) => {
    let shown = '';
    vi.spyOn(process.stdout, 'write').mockImplementation((text) => Boolean((shown += String(text))));
    expect(readCommandLine([...verb, '--help'], made, false)).toBeUndefined();
    expect(shown).toMatch(/^⟦Ùšàğè:[^\n]+ aesop /);
    expect(leftovers(shown, [...examples, ...TYPED, ...stepNames, ...idScales, 'English'])).toEqual([]);
  });
});

describe('wrong usage', () => {
  test.each<[line: string, typed: string[]]>([
    ['trian', ['trian']],
    ['--zz models', []],
    ['models --language=fr', ['fr', 'English', ...TYPED]],
    ['models x', []],
    ['train x --lerning-rate 3', []],
    ['train x --units 3.5', []],
    ['train x --learning-rate 300', []],
    ['train x --optimizer adamm', ['adamm', ...TYPED]],
    ['train x --lowercase=maybe', ['maybe', 'true', 'false']],
    ['train x --units', []],
    ['train x --name=', []],
    ['train x --log=short', ['short', 'plain', 'article']],
    ['runs --keep', []],
    ['tell', []],
    ['tell a b', []],
    ['tell m --temperature 9', []],
    ['tell m --greedy=x', ['true', 'false']],
    ['tell m --top-k many', ['many']],
    ['tell m --unknown skip', ['skip', 'keep', 'nearest', 'refuse', 'ask']],
    ['trash --empty=all', ['all', 'true', 'false']],
    ['serve --port 70000', []],
    ['serve --port any', ['any']],
  ])('aesop %s', (line, typed) => {
    const { message, hint } = made.error(readCommandLine(line.split(' '), made, false) as PlainError);
    expect(message).toMatch(/^⟦.*⟧$/);
    expect(leftovers(`${message} ${hint}`, typed)).toEqual([]);
  });
});
