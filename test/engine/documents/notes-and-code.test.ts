import { expect, it } from 'vitest';
import { read } from './read.ts';

const note = (more: object) =>
  JSON.stringify({ color: 'DEFAULT', isTrashed: false, ...more, userEditedTimestampUsec: 1709632882000000 });

it('a note of Google Keep is its words, a list of it its entries', async () => {
  const title = 'What to buy for the whole long week';
  expect(await read({ holds: note({ textContent: 'Fish.\nBread.', title }) })).toMatchObject({
    kind: 'table',
    text: 'Fish.\nBread.\n',
  });
  const listContent = ['feed the heron', 'moor the boat'].map((text) => ({ text, isChecked: false }));
  expect((await read({ holds: note({ title, listContent }) })).text).toBe('feed the heron\nmoor the boat\n');
  expect((await read({ holds: note({ title }) })).kind).toBe('text');
});

it('a program that writes a page is code, whatever it is called', async () => {
  const svelte =
    '<script>\n  export let title;\n</script>\n\n<div class="a">\n  <h1>{title}</h1>\n  {#if title}\n    <p>Once.</p>\n  {/if}\n  <p>There.</p>\n</div>\n';
  for (const name of ['App.svelte', 'a.txt']) expect(await read({ holds: svelte }, { name })).toMatchObject({ kind: 'text', text: svelte }); // prettier-ignore
  const plain = svelte.replace(/ {2}\{.*\}\n/g, '');
  expect((await read({ holds: plain }, { name: 'App.svelte' })).kind).toBe('text');
  expect((await read({ holds: plain }, { name: 'a.html' })).kind).toBe('html');
});

it('a template of Handlebars is the page that it makes', async () => {
  const holds =
    '<div class="entry">\n  {{#if author}}\n    <h1>{{title}}</h1>\n    <p>Once there was a heron.</p>\n  {{/if}}\n  <ul><li>One</li><li>Two</li></ul>\n</div>\n';
  const { kind, text } = await read({ holds }, { name: 'page.hbs' });
  expect(kind).toBe('html');
  expect(text).toContain('{{title}}\n\nOnce there was a heron.\n');
});
