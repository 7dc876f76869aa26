import { join } from 'node:path';
import { expect, test, vi } from 'vitest';

vi.mock('electron', async () => (await import('./electron-double.ts')).electronDouble());
const { pageFile } = await import('../../electron/main/app-scheme.ts');

const folder = join('/', 'app', 'pages');

test('addresses of the app name files of the pages', () => {
  expect(pageFile(folder, 'app://bundle/')).toBe(join(folder, 'index.html'));
  expect(pageFile(folder, 'app://bundle/assets/page%20one.js?v=1#x')).toBe(join(folder, 'assets', 'page one.js'));
});

test('nothing outside them can be named', () => {
  const addresses = [
    'app://bundle/../secret',
    'app://bundle/%2e%2e/secret',
    'app://bundle/..%2fsecret',
    'app://bundle/assets/..%2f..%2fsecret',
    'app://bundle/a%00b',
    'app://bundle/%',
    'app://other/index.html',
    'https://bundle/index.html',
    'file:///etc/passwd',
  ];
  for (const address of addresses) {
    const file = pageFile(folder, address);
    expect(file === undefined || file.startsWith(folder + '/')).toBe(true);
  }
  expect(pageFile(folder, 'app://bundle/..%2fsecret')).toBeUndefined();
  expect(pageFile(folder, 'app://other/index.html')).toBeUndefined();
});
