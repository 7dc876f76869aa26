import iconv from 'iconv-lite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { workshop } from '../../electron/messages/en/page/workshop.ts';
import { dropText, goTo } from './drop.ts';
import { RealStudio } from './studio.ts';

const TEXT = '宋人有耕者，田中有株，兔走触株，折颈而死，因释其耒而守株，冀复得兔。兔不可复得，而身为宋国笑。\n'.repeat(
  8,
);

let studio: RealStudio;
beforeAll(async () => {
  studio = await RealStudio.open();
});
afterAll(() => studio?.close());

test('a GB18030 text is read as what it says, and learnt', async () => {
  const page = await studio.page();
  const corpus = await dropText(page, studio.file('守株待兔.txt', iconv.encode(TEXT, 'gb18030')));
  await page.getByText('宋人有耕者').first().waitFor();
  await page.getByText('GB18030').first().waitFor();
  await goTo(page, `workshop?corpus=${corpus}`);
  await page.getByRole('button', { name: new RegExp(`^${workshop.train}`) }).click();
  await page.getByRole('link', { name: workshop.tell }).waitFor({ timeout: 150_000 });
  expect(studio.complaints()).toEqual([]);
});
