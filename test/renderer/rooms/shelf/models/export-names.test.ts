import { expect, test } from 'vitest';
import { models } from '../../../../../renderer/state/models.svelte.ts';
import { openStudio } from '../../../studio-page.ts';

test('files of one model that differ in how exactly the weights are written have different names', async () => {
  const bridge = await openStudio('full', {
    'host.describe': () => ({ kind: 'electron', version: '0.1.0', platform: 'linux', locale: 'en-GB' }),
    'host.chooseTarget': () => ({ file: null }),
  });
  const [{ id, name }] = models.list;
  for (const precision of ['int8', 'float16', 'float32'] as const) await models.export(id, 'html', precision);
  await models.export(id, 'tfjs');
  const proposed = bridge.asked.filter((one) => one.name === 'host.chooseTarget').map(({ input }) => input);
  expect(proposed).toEqual([
    { name: `${name} (html).html` },
    { name: `${name} (html-float16).html` },
    { name: `${name} (html-float32).html` },
    { name: expect.stringContaining(' (tfjs)') },
  ]);
});
