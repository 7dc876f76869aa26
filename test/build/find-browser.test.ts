import { describe, expect, test } from 'vitest';
import { findBrowser } from '../../build/setup/tests/find-browser.mjs';

/** A machine of which only these programs start. */
const machine = (platform: NodeJS.Platform, programs: string[], env: NodeJS.ProcessEnv = {}) => ({
  platform,
  env,
  home: '/home/fox',
  playwrights: () => '/cache/ms-playwright/chrome',
  starts: (program: string) => programs.includes(program),
});

describe('the browser of the tests', () => {
  test.each<[NodeJS.Platform, string, NodeJS.ProcessEnv]>([
    ['linux', '/usr/bin/chromium', {}],
    ['linux', '/usr/bin/google-chrome-stable', {}],
    ['linux', '/snap/bin/chromium', {}],
    ['linux', '/opt/microsoft/msedge/msedge', {}],
    ['linux', '/home/fox/bin/chromium', { PATH: '/bin:/home/fox/bin' }],
    ['darwin', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', {}],
    ['darwin', '/home/fox/Applications/Chromium.app/Contents/MacOS/Chromium', {}],
    ['darwin', '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge', {}],
    ['win32', 'C:\\Programs\\Google\\Chrome\\Application\\chrome.exe', { PROGRAMFILES: 'C:\\Programs' }],
    ['win32', 'C:\\x86\\Microsoft\\Edge\\Application\\msedge.exe', { 'PROGRAMFILES(X86)': 'C:\\x86' }],
    ['win32', 'C:\\Fox\\Local\\Chromium\\Application\\chrome.exe', { LOCALAPPDATA: 'C:\\Fox\\Local' }],
  ])('is found on %s at %s', (platform, program, env) => {
    expect(findBrowser(machine(platform, [program], env))).toBe(program);
  });

  test('is the one without a window before others, Chromium before another maker’s, and Playwright’s own where the system has none', () => {
    const own = '/cache/ms-playwright/chrome';
    const chromiums = ['/usr/bin/chromium', '/usr/bin/chromium-headless-shell'];
    expect(findBrowser(machine('linux', chromiums))).toBe('/usr/bin/chromium-headless-shell');
    expect(findBrowser(machine('linux', ['/usr/bin/google-chrome', '/usr/bin/chromium', own]))).toBe(
      '/usr/bin/chromium',
    );
    expect(findBrowser(machine('linux', [own]))).toBe(own);
    expect(findBrowser({ ...machine('linux', ['']), playwrights: () => '' })).toBe('');
  });

  test('is none on a machine that has none, or whose only one does not start', () => {
    for (const platform of ['linux', 'darwin', 'win32'] as const) expect(findBrowser(machine(platform, []))).toBe('');
  });

  test('is what CHROMIUM_PATH names or none', () => {
    const given = { CHROMIUM_PATH: '/opt/mine/chrome' };
    expect(findBrowser(machine('linux', ['/usr/bin/chromium', '/opt/mine/chrome'], given))).toBe('/opt/mine/chrome');
    expect(findBrowser(machine('linux', ['/usr/bin/chromium'], given))).toBe('');
  });
});
