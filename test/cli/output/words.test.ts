import { describe, expect, test } from 'vitest';
import { numbersIn } from '../../../electron/cli/output/numbers.ts';
import { onOneLine, visibleSymbol, withoutControls } from '../../../electron/cli/output/plain-text.ts';
import { bar, progressLine } from '../../../electron/cli/output/progress-bar.ts';
import { textWidth } from '../../../electron/cli/output/text-width.ts';
import { loadTerminal } from '../../../electron/messages/terminal.ts';

const { bytes, date, decimal, duration, grouped, percent, timeLeft } = numbersIn(await loadTerminal('en'));
const chinese = numbersIn(await loadTerminal('zh'));

describe('numbers', () => {
  test.each([
    [0.42, '0.4 s'],
    [42.4, '42 s'],
    [185, '3 min 5 s'],
    [3599.9, '1 h 0 min'],
    [7800, '2 h 10 min'],
  ])('%d seconds are %s', (seconds, text) => expect(duration(seconds)).toBe(text));

  test.each([
    [0, '0 B'],
    [999, '999 B'],
    [1048, '1.0 kB'],
    [1_115_394, '1.1 MB'],
    [24e9, '24 GB'],
  ])('%d bytes are %s', (size, text) => expect(bytes(size)).toBe(text));

  test('what was not measured is a dash, never NaN', () => {
    expect([percent(null), percent(undefined), decimal(null, 2)]).toEqual(['–', '–', '–']);
    expect([percent(0.952), decimal(4.428141, 2), grouped(1115394)]).toEqual(['95.2 %', '4.43', '1,115,394']);
  });

  test('are rounded as they are and not as their shortest decimals', () => {
    expect([decimal(1.005, 2), decimal(0.15, 1), decimal(8.5, 0)]).toEqual(['1.00', '0.1', '9']);
    expect([decimal(1234.5, 1), decimal(12_345_678, 1)]).toEqual(['1234.5', '1.23e+7']);
  });

  test('follow the language', () => {
    const at = new Date(2026, 10, 3, 9, 5).toISOString();
    expect([date(at), timeLeft(2.1)]).toEqual(['2026-11-03 09:05', ['2.1 s left']]);
    expect([chinese.date(at), chinese.timeLeft(2.1)]).toEqual(['2026/11/03 09:05', ['剩余 2.1 秒']]);
    expect([chinese.percent(0.952), chinese.duration(7800), chinese.grouped(1115394)]).toEqual([
      '95.2%',
      '2 小时 10 分',
      '1,115,394',
    ]);
    expect([timeLeft(null), timeLeft(Infinity)]).toEqual([[], []]);
  });
});

describe('text of strangers', () => {
  test('loses what a terminal would obey, keeps lines and tabs', () => {
    expect(withoutControls('a\x1b[2Jb\x07c\r\u202ed\n\te')).toBe('a[2Jbcd\n\te');
  });
  test('shows line ends and spaces at the edges of a symbol', () => {
    expect(onOneLine('one\ntwo\tthree')).toBe('one⏎two⇥three');
    expect(visibleSymbol(' the')).toBe('␣the');
  });
});

describe('progress', () => {
  test('the bar has the same width at every fraction', () => {
    for (let fraction = -0.1; fraction <= 1.1; fraction += 0.01) expect(textWidth(bar(fraction, 20))).toBe(20);
    expect(bar(1, 4)).toBe('████');
    expect(bar(0, 4)).toBe('····');
  });
  test('the line fits a narrow terminal', () => {
    expect(textWidth(progressLine(0.35, ['step 140/400', '2.1 s left'], 60, 'en'))).toBeLessThan(60);
    expect(textWidth(progressLine(0.35, ['第 140/400 步', '剩余 2.1 秒'], 60, 'zh'))).toBeLessThan(60);
  });
});
