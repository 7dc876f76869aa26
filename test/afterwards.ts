import { afterAll, vi } from 'vitest';

// Files share their process: what one has put in place of a method, the clock, the environment or a global is not the next
// one's.
afterAll(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
});
