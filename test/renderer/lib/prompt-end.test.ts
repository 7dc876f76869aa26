// @vitest-environment node
import { expect, test } from 'vitest';
import { promptEnd } from '../../../renderer/lib/prompt-end.ts';

test('a prompt of two lines is shown whole', () => {
  for (const prompt of ['', 'the mice had a general council', 'x'.repeat(100)])
    expect(promptEnd(prompt)).toEqual({ beginning: '', end: prompt });
});

test('of a longer one the end is shown, from a word on', () => {
  const prompt = Array.from({ length: 40 }, (_, k) => `word${k}`).join(' ');
  const { beginning, end } = promptEnd(prompt);
  expect(beginning + end).toBe(prompt);
  expect(end).toMatch(/^word\d+ /);
  expect(beginning).toMatch(/ $/);
  expect(end.length).toBeLessThanOrEqual(80);
});

test('where no blanks part words it is cut between two signs', () => {
  const prompt = '守株待兔。𠀀'.repeat(30);
  for (const shifted of [prompt, `守${prompt}`, `守株${prompt}`, `守株待${prompt}`]) {
    const { beginning, end } = promptEnd(shifted);
    expect(beginning + end).toBe(shifted);
    expect(end).not.toMatch(/^[\uDC00-\uDFFF]/);
    expect(end.length).toBeGreaterThan(60);
  }
});
