import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { keepFocus } from '../../../renderer/lib/keep-focus.ts';

let end: () => void;
beforeEach(() => {
  document.body.innerHTML = `<div class="frame"><main><h1>Story</h1>
    <footer><button>Again</button><span><button id="keep">Keep</button></span><button>Copy</button></footer>
    <nav><button id="back">Back</button><button id="next">Next</button></nav></main>
    <section class="toasts"><div><button id="undo">Undo</button></div><div><button>Close</button></div></section></div>`;
  end = keepFocus(document);
});
afterEach(() => {
  end();
  document.body.replaceChildren();
});
const focused = () => document.activeElement?.textContent;
const focus = (selector: string) => document.querySelector<HTMLElement>(selector)!.focus();

test('a button that turns into another leaves the focus there', async () => {
  focus('#keep');
  document.querySelector('#keep')!.outerHTML = '<button>Kept</button>';
  await vi.waitFor(() => expect(focused()).toBe('Kept'));
});

test('one that goes with its place leaves it to what stands there then', async () => {
  focus('#keep');
  document.querySelector('span')!.remove();
  await vi.waitFor(() => expect(focused()).toBe('Copy'));
});

test('one that can no longer be pressed leaves it beside', async () => {
  focus('#next');
  document.querySelector<HTMLButtonElement>('#next')!.disabled = true;
  await vi.waitFor(() => expect(focused()).toBe('Back'));
});

test('where nothing is left around it, the room has it', async () => {
  focus('#undo');
  document.querySelector('#undo')!.remove();
  await vi.waitFor(() => expect(focused()).toBe('Story'));
});

test('a focus that was given up, and one that went elsewhere, are left alone', async () => {
  focus('#keep');
  document.querySelector<HTMLElement>('#keep')!.blur();
  for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
  document.querySelector('#keep')!.remove();
  for (let frame = 0; frame < 6; frame++) await new Promise(requestAnimationFrame);
  expect(document.activeElement).toBe(document.body);
  focus('#back');
  document.querySelector('#next')!.remove();
  for (let frame = 0; frame < 6; frame++) await new Promise(requestAnimationFrame);
  expect(focused()).toBe('Back');
});
