import { describe, expect, it } from 'vitest';
import { asProposed, prepared } from './prepared.ts';

const WIDTH = 40;
const SAID =
  '老磨坊主提着灯笼走到河边看见水已经漫过了石头他想起从前的日子，那时候桥还没有修好孩子们都在岸上等着，谁也不知道那条船什么时候才会回来。';
const number = (at: number) => (at % 3 === 0 ? String(1900 + at) : at % 3 === 1 ? '“渡口”' : `${at}GDP`);
/** Paragraphs of a book, each with a number or a quote in it. */
const PARAGRAPHS = Array.from({ length: 40 }, (_, at) => `${SAID.slice(at % 7, 55)}${number(at)}${SAID.slice(at % 5)}`);

/** Lines as a program writes them out of a PDF: full ones, each torn before what is of another script. */
function torn(paragraph: string, tear = ' \n'): string {
  const lines = [];
  for (let at = 0; at < paragraph.length; at += WIDTH) lines.push(paragraph.slice(at, at + WIDTH));
  return lines.map((line) => line.replace(/(?<=[\u4e00-\u9fff])(?=[0-9“])/u, tear)).join('\n');
}
const BOOK = PARAGRAPHS.map((paragraph) => `${torn(paragraph)}\n\n`).join('');

describe('Chinese lines that were torn where the script changes', () => {
  it('are seen as the wrapped ones that they were, and put together', async () => {
    const { text, steps } = await asProposed(BOOK);
    expect(steps).toContain('wrapped');
    expect(text.split('\n\n').slice(2).join('\n')).toBe(`${PARAGRAPHS.slice(2).join('\n')}\n`);
  });

  it('come out the same wherever the pieces of the text were cut', () => {
    const whole = prepared(BOOK, [{ step: 'wrapped' }]);
    for (const cut of [1, 57, 41 * 30, BOOK.indexOf(' \n', 900) + 1, BOOK.indexOf(' \n', 900) + 2])
      expect(prepared(BOOK, [{ step: 'wrapped' }], [cut])).toEqual(whole);
  });

  it('are none in lists, verses, what is said, and where every line ends with a blank', async () => {
    const said = '老磨坊主提着灯笼走到河边。';
    const texts = [
      PARAGRAPHS.map((_, at) => `苹果和梨 \n${at}个\n米和面粉\n油和盐\n酱油和醋\n`).join(''),
      PARAGRAPHS.map((_, at) => `床前明月光 \n疑是地上霜 \n举头望明月 \n${at}低头思故乡 \n`).join(''),
      PARAGRAPHS.map((_, at) => `床前明月光，\n疑是地上霜。\n举头望明月，\n低头思故乡 \n“第${at}首”\n`).join(''),
      PARAGRAPHS.map((_, at) => `${said}\n他说 \n“${at}年了。”\n她没有回答\n只是望着窗外\n`).join(''),
      PARAGRAPHS.map((paragraph, at) => `${paragraph} \n${at}年以后，他回来了。\n`).join(''),
    ];
    for (const text of texts) expect((await asProposed(text)).text).toBe(text);
  });
});
