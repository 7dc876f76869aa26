import { mkdirSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { onChanges } from '../../build/checks/caches.mjs';
import { quickTypes } from '../../build/checks/types.mjs';
import { run } from '../../build/setup/command.mjs';
import { ROOT } from '../../build/setup/files.mjs';
import { temporaryFolder } from '../storage/temporary-folder.ts';

const TSCONFIG = {
  compilerOptions: {
    ...{ module: 'ESNext', moduleResolution: 'bundler', target: 'ES2023', strict: true, noEmit: true, types: [] },
    ...{ verbatimModuleSyntax: true, allowImportingTsExtensions: true, skipLibCheck: true },
  },
  include: ['src'],
};
const CHILD = (type: string) =>
  `<script lang="ts">\n  let { size }: { size: ${type} } = $props();\n</script>\n{size}\n`;
const PARENT = `<script lang="ts">\n  import Child from './Child.svelte';\n</script>\n<Child size={3} />\n`;

test('the real svelte-check, quick, passes nothing that it fails from scratch', async () => {
  const root = temporaryFolder();
  const write = (path: string, content: string) => writeFileSync(join(root, path), content);
  const svelteCheck = (...options: string[]) => {
    const tool = join(ROOT, 'node_modules', 'svelte-check', 'bin', 'svelte-check');
    const args = [tool, '--tsconfig', 'tsconfig.json', '--threshold', 'error', ...options];
    return run(process.execPath, args, { cwd: root });
  };
  const check = () => onChanges(root, 'types', /^src/, (changed, all) => quickTypes(root, changed, all, svelteCheck));
  mkdirSync(join(root, 'src'));
  symlinkSync(join(ROOT, 'node_modules'), join(root, 'node_modules'), 'junction');
  write('tsconfig.json', JSON.stringify(TSCONFIG));
  write('src/Child.svelte', CHILD('number'));
  write('src/Parent.svelte', PARENT);
  expect(await check()).toMatchObject({ ok: true });

  write('src/Child.svelte', CHILD('string'));
  write('src/wrong.ts', 'export const size: number = "x";\n');
  const changed = await check();
  expect(changed.ok).toBe(false);
  expect(changed.output, 'the file that did not change').toContain('Parent.svelte');
  expect(changed.output).toContain('wrong.ts');

  unlinkSync(join(root, 'src', 'wrong.ts'));
  write('src/Child.svelte', `${CHILD('number')}{#if size}<p>\n`);
  const untranslatable = await check();
  expect(untranslatable.ok).toBe(false);
  expect(untranslatable.output).toContain('Child.svelte');
});
