// @vitest-environment node
import { describe, expect, test } from 'vitest';
import * as format from '../../../renderer/lib/format.ts';
import { en, zh } from '../translators.ts';

describe('formats', () => {
  test('figures', () => {
    expect(format.formatCount('en', 1_115_394)).toBe('1,115,394');
    expect(format.formatDecimal('zh', 3.736)).toBe('3.74');
    expect(format.formatCompact(20_000)).toBe('20k');
    expect(format.formatCompact(1_250_000)).toBe('1.25M');
    expect(format.formatCompact(0.02134)).toBe('0.0213');
  });

  test.each([
    [0.0213, '0.0213'],
    [4.2245, '4.22'],
    [1204.4, '1,204'],
    [1.2e-7, '1.20e-7'],
    [NaN, '–'],
    [2.9, '2.90'],
    [0.25, '0.250'],
    [0, '0'],
  ])('a measure of %d is %s', (value, text) => expect(format.formatMeasure('en', value)).toBe(text));

  test('per cent has a narrow space in English and none in Chinese', () => {
    expect(format.formatPercent('en', 0.62)).toBe('62\u202f%');
    expect(format.formatPercent('zh', 0.9031, 1)).toBe('90.3%');
  });

  test.each([
    [999, '999\u00a0B'],
    [1_115_394, '1.1\u00a0MB'],
    [999_999, '1.0\u00a0MB'],
    [12_000_000_000, '12.0\u00a0GB'],
    [318e9, '318\u00a0GB'],
  ])('%d bytes are %s', (bytes, text) => expect(format.formatBytes('en', bytes)).toBe(text));

  test.each([
    [7.2, '7 s', '7 秒'],
    [290, '4 min 50 s', '4 分 50 秒'],
    [7500, '2 h 5 min', '2 小时 5 分'],
    [273_600, '3 d 4 h', '3 天 4 小时'],
  ])('%d seconds', (seconds, english, chinese) => {
    expect(format.formatDuration(en, seconds)).toBe(english);
    expect(format.formatDuration(zh, seconds)).toBe(chinese);
  });

  test('names of languages', () => {
    expect(format.formatLanguage(en, 'de')).toBe('German');
    expect(format.formatLanguage(zh, 'en')).toMatch(/英/);
    expect(format.formatLanguage(en, 'und')).toBe('Not told');
  });
});
