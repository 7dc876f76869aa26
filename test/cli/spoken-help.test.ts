import { describe, expect, test } from 'vitest';
import { textWidth } from '../../electron/cli/output/text-width.ts';
import { SpokenHelp } from '../../electron/cli/spoken-help.ts';
import { hyperparameterHelp as englishHelp } from '../../electron/messages/en/hyperparameters.ts';
import { loadTerminal } from '../../electron/messages/terminal.ts';
import { hyperparameterHelp as chineseHelp } from '../../electron/messages/zh/hyperparameters.ts';

const chinese = new SpokenHelp(await loadTerminal('zh'));
const WIDTH = 44;

describe('long lines of the help', () => {
  test.each(Object.values(chineseHelp))('%s', (text) => {
    const lines = chinese.boxWrap(text, WIDTH).split('\n');
    for (const line of lines) {
      expect(textWidth(line)).toBeLessThanOrEqual(WIDTH);
      expect(line).not.toMatch(/^[，。、；：！？）》”]|[（《“]$/);
    }
    for (const line of lines.slice(0, -1)) expect(textWidth(line)).toBeGreaterThan(WIDTH - 12);
    const without = (spaced: string) => spaced.replace(/\s/g, '');
    expect(without(lines.join(''))).toBe(without(text));
  });

  test('are broken inside no word that has letters', () => {
    const text = '文件夹（默认：AESOP_HOME，否则 ~/Aesop）和 --learning-rate 一起';
    for (let width = 40; width < 60; width++)
      for (const word of ['AESOP_HOME', '~/Aesop', '--learning-rate'])
        expect(chinese.boxWrap(text, width).split('\n').join(' ')).toContain(word);
  });

  test('are broken at spaces alone where a text sets spaces, also around a Chinese name', () => {
    expect(chinese.boxWrap('The language it speaks is perhaps zh (简体中文), or another', 42)).toBe(
      'The language it speaks is perhaps zh\n(简体中文), or another',
    );
    const [long] = Object.values(englishHelp);
    expect(chinese.boxWrap(long, WIDTH).replaceAll('\n', ' ')).toBe(long);
  });
});
