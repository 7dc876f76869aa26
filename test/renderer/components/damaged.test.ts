import { fireEvent, render, screen } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import { AesopError, toPlainError } from '../../../electron/contract/errors.ts';
import { message } from '../../../electron/contract/message.ts';
import Damaged from '../../../renderer/components/Damaged.svelte';
import { damaged } from '../../../renderer/state/damaged.svelte.ts';

const broken = (path: string) =>
  toPlainError(new AesopError('file-damaged', { path, problem: message('phrases.not-json') }));

test('the first thing that cannot be read is named with what to do, and the others counted, until that was read', async () => {
  damaged.receive([
    { kind: 'runs', error: broken('/home/me/Aesop/runs/one/run.json') },
    { kind: 'models', error: broken('/home/me/Aesop/models/two/card.json') },
    { kind: 'corpora', error: broken('/home/me/Aesop/corpora/three/corpus.json') },
  ]);
  render(Damaged, { kinds: ['models', 'runs'] });
  screen.getByText(/runs\/one\/run\.json” is damaged/);
  screen.getByText(/Put back a good copy.* 1 more cannot be read/);
  expect(screen.queryByText(/three/)).toBeNull();
  await fireEvent.click(screen.getByRole('button', { name: 'Close' }));
  expect(screen.queryByText(/damaged/)).toBeNull();
  expect(damaged.of(['corpora'])).toHaveLength(1);
});
