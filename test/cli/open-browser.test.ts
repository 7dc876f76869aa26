import { expect, test } from 'vitest';
import { browserCommand } from '../../electron/cli/open-browser.ts';

test.each([
  ['darwin', {}, ['open']],
  ['win32', {}, ['cmd', '/c', 'start', '']],
  ['linux', { DISPLAY: ':0' }, ['xdg-open']],
  ['linux', { WAYLAND_DISPLAY: 'wayland-0' }, ['xdg-open']],
  // without a screen xdg-open would start a browser of text inside the terminal
  ['linux', {}, undefined],
])('on %s with %j the browser is opened by %j', (platform, environment, command) => {
  expect(browserCommand(platform, environment)).toEqual(command);
});
