import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { circles } from '../../build/house/circles.mjs';
import { readImports, specifiersIn } from '../../build/house/imports.mjs';
import { BEGIN, END, folders, withMap } from '../../build/house/map.mjs';
import { temporaryFolder } from '../storage/temporary-folder.ts';

/** Writes files and reads their imports. */
function imports(files: Record<string, string>): Map<string, string[]> {
  const root = temporaryFolder();
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return readImports(root);
}

describe('imports', () => {
  test('are read from every statement, of values and of types alike', () => {
    const text = `import a, { b } from './a.ts';
      import type { C } from './c.ts';
      import {
        type D,
      } from './d.ts';
      import './e.css';
      export * from './f.ts';
      export * as g from './g.ts';
      export type { H } from './h.ts';
      export const i: import('./i.ts').I = 1;
      export const own = 1;`;
    expect(specifiersIn(text, 'some.ts')).toEqual(
      ['a.ts', 'c.ts', 'd.ts', 'e.css', 'f.ts', 'g.ts', 'h.ts', 'i.ts'].map((name) => `./${name}`),
    );
  });

  test('are not what texts, comments and patterns look like, nor what is loaded when it is wanted', () => {
    const text = `// import a from './a.ts';
      const b = "import b from './b.ts'", c = \`export * from './c.ts'\`, d = /import d from '.\\/d.ts'/;
      const e = () => import('./e.ts');`;
    expect(specifiersIn(text, 'some.ts')).toEqual([]);
  });

  test('of a component stand in its scripts', () => {
    const text = `<script module lang="ts">import { a } from './a.ts';</script>
      <script lang="ts">import B from './B.svelte';</script>
      <p>import c from './c.ts';</p>`;
    expect(specifiersIn(text, 'Some.svelte')).toEqual(['./a.ts', './B.svelte']);
  });

  test('lead to files of the application, whose own list they are', () => {
    const found = imports({
      'electron/a/one.ts': `import './two.ts'; import '../b/three.ts'; import 'zod'; import './missing.ts';`,
      'electron/a/two.ts': '',
      'electron/b/three.ts': '',
      'renderer/App.svelte': `<script>import '../electron/a/one.ts'; import url from './look.css?url';</script>`,
      'renderer/look.css': '',
      'test/other.ts': `import '../electron/a/one.ts';`,
    });
    expect(Object.fromEntries(found)).toEqual({
      'electron/a/one.ts': ['electron/a/two.ts', 'electron/b/three.ts'],
      'electron/a/two.ts': [],
      'electron/b/three.ts': [],
      'renderer/App.svelte': ['electron/a/one.ts', 'renderer/look.css'],
      'renderer/look.css': [],
    });
  });
});

describe('circles of imports', () => {
  test('are named by their files in order, through types and components too', () => {
    const files = {
      'electron/a.ts': `import './b.ts';`,
      'electron/b.ts': `import type { C } from './c.ts';`,
      'electron/c.ts': `export * from './a.ts';`,
      'renderer/D.svelte': `<script>import E from './E.svelte';</script>`,
      'renderer/E.svelte': `<script>import D from './D.svelte';</script>`,
      'renderer/self.ts': `export * from './self.ts';`,
    };
    expect(circles(imports(files))).toEqual([
      ['electron/a.ts', 'electron/b.ts', 'electron/c.ts'],
      ['renderer/D.svelte', 'renderer/E.svelte'],
      ['renderer/self.ts'],
    ]);
  });

  test('are told apart from two ways to one file, and from what is loaded later', () => {
    const files = {
      'electron/a.ts': `import './b.ts'; import './c.ts';`,
      'electron/b.ts': `import './d.ts';`,
      'electron/c.ts': `import './d.ts';`,
      'electron/d.ts': `export const later = () => import('./a.ts');`,
    };
    expect(circles(imports(files))).toEqual([]);
  });

  test('are found behind files that were walked through already', () => {
    const files = {
      'electron/a.ts': `import './b.ts';`,
      'electron/b.ts': '',
      'electron/c.ts': `import './b.ts'; import './d.ts';`,
      'electron/d.ts': `import './c.ts';`,
    };
    expect(circles(imports(files))).toEqual([['electron/c.ts', 'electron/d.ts']]);
  });
});

describe('the map of the house', () => {
  const tree = () =>
    folders(
      imports({
        'electron/engine/kernels/portable/product.ts': `import '../../text/words.ts'; import '../shape.ts';`,
        'electron/engine/kernels/shape.ts': '',
        'electron/engine/text/words.ts': `import '../../contract/text.ts';`,
        'electron/contract/text.ts': '',
        'renderer/App.svelte': `<script>import './rooms/story/parts/Book.svelte'; import '../electron/contract/text.ts';</script>`,
        'renderer/rooms/story/parts/Book.svelte': '',
      }),
    );
  const page = (rows: string) => `# House\n\n${BEGIN}\n${rows}\n${END}\nThe end.\n`;

  test('has a row for each folder two levels below its tree, with all files below it and the folders they import', () => {
    const [first, ...rows] = withMap(page(''), tree())
      .page.split('\n')
      .filter((line) => line.startsWith('|'));
    expect(first).toBe('| folder | what it is | files | imports |');
    expect(rows.slice(1)).toEqual([
      '| `electron/contract` |  | 1 |  |',
      '| `electron/engine/kernels` |  | 2 | engine/text |',
      '| `electron/engine/text` |  | 1 | contract |',
      '| `renderer` |  | 1 | contract, renderer/rooms/story |',
      '| `renderer/rooms/story` |  | 1 |  |',
    ]);
  });

  test('keeps what the page says of a folder and everything round it, names those it says nothing of, forgets those gone', () => {
    const old = '| `electron/contract` | nouns | 7 | gone |\n| `electron/gone` | old | 1 |  |\n| `renderer` |  | 1 | |';
    const { page: made, unsaid } = withMap(page(old), tree());
    expect(made).toMatch(/^# House\n/);
    expect(made).toMatch(/\nThe end\.\n$/);
    expect(made).toContain('| `electron/contract` | nouns | 1 |  |');
    expect(made).not.toContain('gone');
    expect(unsaid).toEqual(['electron/engine/kernels', 'electron/engine/text', 'renderer', 'renderer/rooms/story']);
  });

  test('is as it was when nothing changed', () => {
    const { page: made } = withMap(page(''), tree());
    expect(withMap(made, tree()).page).toBe(made);
  });

  test('needs both of its marks', () => {
    expect(() => withMap(`# House\n${END}\n${BEGIN}`, tree())).toThrow(/lost its marks/);
  });
});
