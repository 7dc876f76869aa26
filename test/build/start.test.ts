import { expect, test } from 'vitest';
import { reasonAgainstWindow } from '../../build/start.mjs';

test('a window needs a display on Linux, and an account that is not root', () => {
  const env = { DISPLAY: ':0' };
  expect(reasonAgainstWindow({ platform: 'linux', env, root: false })).toBe('');
  expect(reasonAgainstWindow({ platform: 'linux', env: { WAYLAND_DISPLAY: 'wayland-0' }, root: false })).toBe('');
  expect(reasonAgainstWindow({ platform: 'linux', env: {}, root: false })).toContain('display');
  expect(reasonAgainstWindow({ platform: 'linux', env, root: true })).toContain('root');
});

test('Windows and macOS always have one', () => {
  expect(reasonAgainstWindow({ platform: 'win32', env: {}, root: false })).toBe('');
  expect(reasonAgainstWindow({ platform: 'darwin', env: {}, root: true })).toBe('');
});
