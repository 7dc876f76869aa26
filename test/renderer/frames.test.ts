import { expect, test, vi } from 'vitest';

test('frames come though they were asked for while a test held the intervals', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  const asked = vi.fn();
  requestAnimationFrame(asked);
  vi.useRealTimers();
  await vi.waitFor(() => expect(asked).toHaveBeenCalledOnce());
  const later = vi.fn();
  cancelAnimationFrame(requestAnimationFrame(later));
  await new Promise(requestAnimationFrame);
  await new Promise(requestAnimationFrame);
  expect(later).not.toHaveBeenCalled();
});
