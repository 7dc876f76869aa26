import { expect, test } from 'vitest';
import { REQUESTS } from '../../electron/contract/studio.ts';

test('a change of one setting leaves the others alone', () => {
  const { input } = REQUESTS['settings.set'];
  expect(input.parse({ capitals: true })).toEqual({ capitals: true });
  expect(input.safeParse({ storySize: 99 }).success).toBe(false);
  expect(input.safeParse({ version: 1 }).success).toBe(false);
});
