import { describe, expect, test } from 'vitest';
import { AesopError, toPlainError, type PlainError } from '../../electron/contract/errors.ts';
import { message } from '../../electron/contract/message.ts';
import { DESKTOP } from '../../electron/messages/desktop.ts';
import { english } from '../../electron/messages/english.ts';
import { chinese, english as toldInEnglish } from './said.ts';

const LONG = `${'a'.repeat(500)}${'z'.repeat(500)}`;

describe('a message', () => {
  test('is said in the language that is spoken where it is shown', () => {
    const said = message('remedies.closePrograms', { gigabytes: 1 });
    expect(DESKTOP.en.say(said)).toBe('Close other programs: a training needs about 1 GB.');
    expect(DESKTOP.zh.say(said)).toBe('关闭其他程序：一次训练约需 1 GB 内存。');
  });

  test('in a message is said in the same language', () => {
    const said = message('shortfalls.toolsMissing', { tools: message('tools.compiler') });
    expect(DESKTOP.en.say(said)).toBe('TensorFlow cannot be set up without a C++ compiler.');
    expect(DESKTOP.zh.say(said)).toBe('无法安装 TensorFlow，缺少：C++ 编译器。');
  });

  test.each(['moon.full', 'phrases.moon', 'phrases', '', 'constructor.name', 'toString', '__proto__.toString'])(
    'that this Aesop does not know is its name: “%s”',
    (key) => {
      expect(english.say({ message: key, values: { a: 1 } })).toBe(key);
    },
  );

  test('that was written down as a sentence is said as it came', () => {
    expect(DESKTOP.zh.say('No {compiler} is here.')).toBe('No {compiler} is here.');
  });
});

describe('an error', () => {
  test('has a sentence and a next step', () => {
    const error = new AesopError('not-a-folder', { path: '/a' });
    expect(toldInEnglish(error)).toEqual({
      message: '“/a” is a file, not a folder.',
      hint: 'Choose a folder, or move the file away.',
    });
    expect(chinese(error).message).toBe('“/a”是文件，不是文件夹。');
  });

  test('of another Aesop is told as that one told it', () => {
    const told = { message: 'The moon is {full}.', hint: 'Wait.' };
    const error: PlainError = { code: 'moon-full', values: { full: 'new' }, detail: '', ...told };
    expect(DESKTOP.zh.error(error)).toEqual(told);
  });

  test.each(['moon-full', 'constructor', '__proto__'])('that says nothing of itself is one inside: %s', (code) => {
    const error = { code, values: {}, detail: '' };
    expect(english.error(error)).toEqual(english.error(toPlainError(new AesopError('internal'))));
  });

  test('that is known is told anew, whatever sentence it was written down with', () => {
    const error = { code: 'text-empty', values: { name: 'a' }, detail: '', message: 'old', hint: 'old' };
    expect(DESKTOP.zh.error(error)).toEqual({ message: '“a”是空的。', hint: '选择至少有几句话的文本。' });
  });

  test('with nothing to suggest has a hint without a gap', () => {
    const error = new AesopError('verb-unknown', { verb: 'fly', suggestion: '' });
    expect(toldInEnglish(error).hint).toBe('All verbs: aesop --help.');
  });
});

describe('a long value', () => {
  test('of an error or a message loses its middle in the sentence', () => {
    const { message: told } = toldInEnglish(new AesopError('file-missing', { path: LONG }));
    expect(told).toBe(`There is no file “${'a'.repeat(150)}…${'z'.repeat(150)}”.`);
    expect(english.say(message('shortfalls.notSetUp', { problem: LONG })).length).toBeLessThan(350);
    const inner = message('findings.missing', { names: LONG });
    expect(english.say(message('findings.engineBecause', { engine: 'x', reason: inner })).length).toBeLessThan(350);
  });

  test('leaves no half of a character', () => {
    // whatever is in front of them, a cut falls into a pair
    for (const front of ['', 'x']) {
      const { message: told } = toldInEnglish(new AesopError('file-missing', { path: front + '🦊'.repeat(400) }));
      expect(told).not.toMatch(/\p{Surrogate}/u);
      expect(told).toContain('…');
    }
  });

  test('of a text by name stands whole: who names it has put it where it fits', () => {
    expect(DESKTOP.en.text('desktop.quitTitle', { name: LONG })).toBe(`“${LONG}” is still training`);
  });
});
