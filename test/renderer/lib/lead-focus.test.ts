import { afterEach, expect, test, vi } from 'vitest';
import { leadFocus } from '../../../renderer/lib/lead-focus.ts';

afterEach(() => document.body.replaceChildren());
const focused = () => document.activeElement;
const place = (html: string) => (document.body.innerHTML = html);

test('a focus that went with what was closed is led to the heading of what was opened', async () => {
  place('<main><h1>Workshop</h1><h2>Other</h2></main>');
  leadFocus();
  await vi.waitFor(() => expect(focused()?.textContent).toBe('Workshop'));
});

test('where there is something to begin with, it is led there instead', async () => {
  place('<main><h1>Story</h1><textarea data-begin aria-label="First line"></textarea></main>');
  leadFocus();
  await vi.waitFor(() => expect(focused()?.localName).toBe('textarea'));
});

test('also where that comes later', async () => {
  place('<main></main>');
  leadFocus();
  for (let frame = 0; frame < 5; frame++) await new Promise(requestAnimationFrame);
  document.querySelector('main')!.innerHTML = '<h2>Belling the Cat</h2>';
  await vi.waitFor(() => expect(focused()?.textContent).toBe('Belling the Cat'));
});

test('one that is somewhere stays there, and a later place has the say', async () => {
  place('<nav><a href="#/shelf">Shelf</a></nav><main></main>');
  leadFocus();
  leadFocus();
  document.querySelector('a')!.focus();
  document.querySelector('main')!.innerHTML = '<h1>Shelf</h1>';
  for (let frame = 0; frame < 5; frame++) await new Promise(requestAnimationFrame);
  expect(focused()?.textContent).toBe('Shelf');
  expect(focused()?.localName).toBe('a');
});

test('a page that was just loaded, in which nobody has pressed anything, begins at its top', async () => {
  const activation = { hasBeenActive: false };
  vi.stubGlobal('navigator', { ...navigator, userActivation: activation });
  place('<main><h1>Workshop</h1></main>');
  leadFocus();
  for (let frame = 0; frame < 5; frame++) await new Promise(requestAnimationFrame);
  expect(focused()).toBe(document.body);
  activation.hasBeenActive = true;
  leadFocus();
  await vi.waitFor(() => expect(focused()?.textContent).toBe('Workshop'));
  vi.unstubAllGlobals();
});

test('a heading is ringed for those who go by keys, and for nobody else', async () => {
  for (const [event, quiet] of [
    ['pointerdown', true],
    ['drop', true],
    ['keydown', false],
  ] as const) {
    place('<main><h1>Library</h1></main>');
    window.dispatchEvent(new Event(event));
    leadFocus();
    await vi.waitFor(() => expect(focused()?.localName).toBe('h1'));
    expect(focused()?.hasAttribute('data-quiet'), event).toBe(quiet);
    (focused() as HTMLElement).blur();
    expect(document.querySelector('[data-quiet]')).toBeNull();
  }
});

test.each([
  ['a line that is proposed there gives way to what is typed', ' data-proposed', 0],
  ['a line that somebody wrote does not', '', 'Before we proceed any'.length],
])('%s', async (_, attribute, from) => {
  place(`<main><textarea data-begin${attribute}>Before we proceed any</textarea></main>`);
  const [field] = document.querySelectorAll('textarea');
  field.setSelectionRange(field.value.length, field.value.length);
  leadFocus();
  await vi.waitFor(() => expect(focused()).toBe(field));
  expect([field.selectionStart, field.selectionEnd]).toEqual([from, field.value.length]);
});
