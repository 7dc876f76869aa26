import { describe, expect, it } from 'vitest';
import { after, asProposed, findingsOf } from './prepared.ts';

const clipping = (where: string, text: string) => `\ufeffThe Weir (Ada Holm)\n- ${where}\n\n${text}\n==========\n`;
const PLACES = [
  'Your Highlight on page 12 | Location 170-172 | Added on Monday, 1 January 2024 09:41:00',
  'Ihre Markierung bei Position 200-203 | Hinzugefügt am Montag, 1. Januar 2024 09:41:12',
  '您在位置 #310-312的标注 | 添加于 2024年1月1日星期一 上午9:41:00',
  'La subrayado en la página 9 | posición 90-92 | Añadido el lunes, 1 de enero de 2024 9:41:00',
];
const SAID = ['The river rose.', 'Niemand kam.', '河水涨了。', 'Nadie vino.\nNadie.'];

describe('clippings of an e-reader', () => {
  it('become what was highlighted, a paragraph each, in any language', async () => {
    const text = PLACES.map((where, at) => clipping(where, SAID[at])).join('');
    const { text: left } = await asProposed(text);
    expect(left).toBe(`${SAID.join('\n\n')}\n\n`);
    const found = (await findingsOf(text)).find(({ step }) => step === 'clippings');
    expect(found).toMatchObject({ sure: true, places: 4, facts: { clippings: 4 } });
  });

  it('lose bookmarks, which hold no text', async () => {
    const text = clipping(PLACES[0], '') + clipping(PLACES[1], SAID[1]) + clipping(PLACES[2], '\n');
    expect(await after('clippings', text)).toBe(`${SAID[1]}\n\n`);
  });

  it('are not seen in headings that are underlined, or in lists', async () => {
    const text = 'The Weir\n==========\n\n- 12 boats\n- 3 men\n\nThe River\n==========\nIt rose.\n'.repeat(5);
    expect((await findingsOf(text)).find(({ step }) => step === 'clippings')?.sure ?? false).toBe(false);
    const recipes = 'Pancakes\n- 2 eggs\n- 3 cups of flour | sieved\nBake it.\n==========\n'.repeat(5);
    expect((await findingsOf(recipes)).find(({ step }) => step === 'clippings')).toBeUndefined();
    expect(await after('clippings', recipes)).toBe(recipes);
    expect(await after('clippings', 'The Weir\n==========\nIt rose.\n')).toBe('The Weir\n==========\nIt rose.\n');
  });
});

describe('notes of 微信读书', () => {
  const HEAD = '《活着》\n\n余华\n4个笔记\n';

  it('lose their marks, with how many there are and when somebody thought of them', async () => {
    const text = `${HEAD}\n◆ 第一章\n\n>> 人是为活着本身而活着的。\n\n>> 我看着那条小路。\n\n2024/03/05发表想法\n说得真好。\n\n-- 来自微信读书\n`;
    expect(await asProposed(text)).toEqual({
      text: '《活着》\n\n余华\n\n第一章\n\n人是为活着本身而活着的。\n\n我看着那条小路。\n\n说得真好。\n\n',
      steps: ['clippings'],
    });
  });

  it('are none without a count of them', async () => {
    const text = '◆ 第一章\n\n>> 回复\n>> 再回复\n>> 又回复\n';
    expect(await after('clippings', text)).toBe(text);
  });
});
