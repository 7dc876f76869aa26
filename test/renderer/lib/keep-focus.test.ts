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
  vi.restoreAllMocks();
  document.body.replaceChildren();
});
const focused = () => document.activeElement?.textContent;
const focus = (selector: string) => document.querySelector<HTMLElement>(selector)!.focus();
const next = () => document.querySelector<HTMLButtonElement>('#next')!;
async function frames(count: number): Promise<void> {
  for (let frame = 0; frame < count; frame++) await new Promise(requestAnimationFrame);
}
/** As Chromium does, which takes the focus from what it disables: jsdom leaves it there. */
function disable(button: HTMLButtonElement): void {
  button.focus();
  button.disabled = true;
  button.dispatchEvent(new FocusEvent('focusout', { bubbles: true }));
  vi.spyOn(document, 'activeElement', 'get').mockReturnValue(document.body);
}

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

test('one that cannot be pressed for a moment has it again, and nothing else meanwhile', async () => {
  const given = vi.spyOn(HTMLElement.prototype, 'focus');
  disable(next());
  given.mockClear();
  await frames(6);
  expect(given).not.toHaveBeenCalled();
  next().disabled = false;
  await vi.waitFor(() => expect(given.mock.contexts).toEqual([next()]));
});

test('one that goes while it cannot be pressed leaves it beside', async () => {
  disable(next());
  await frames(2);
  vi.restoreAllMocks();
  next().remove();
  await vi.waitFor(() => expect(focused()).toBe('Back'));
});

test('a press elsewhere meanwhile has given it up', async () => {
  const given = vi.spyOn(HTMLElement.prototype, 'focus');
  disable(next());
  given.mockClear();
  document.querySelector('h1')!.dispatchEvent(new Event('pointerdown', { bubbles: true }));
  next().disabled = false;
  await frames(6);
  expect(given).not.toHaveBeenCalled();
});

test('it is not taken from what is still there', async () => {
  focus('#next');
  next().disabled = true;
  await frames(6);
  expect(focused()).toBe('Next');
});

test('where nothing is left around it, the room has it', async () => {
  focus('#undo');
  document.querySelector('#undo')!.remove();
  await vi.waitFor(() => expect(focused()).toBe('Story'));
});

test('a focus that was given up, and one that went elsewhere, are left alone', async () => {
  focus('#keep');
  document.querySelector<HTMLElement>('#keep')!.blur();
  await frames(2);
  document.querySelector('#keep')!.remove();
  await frames(6);
  expect(document.activeElement).toBe(document.body);
  focus('#back');
  document.querySelector('#next')!.remove();
  await frames(6);
  expect(focused()).toBe('Back');
});

test('a word that explains itself is passed over', async () => {
  document.querySelector('footer')!.insertAdjacentHTML('afterbegin', '<button class="term">Loss</button>');
  focus('footer button:nth-of-type(2)');
  document.querySelector('footer button:nth-of-type(2)')!.remove();
  await vi.waitFor(() => expect(focused()).toBe('Keep'));
});

test('what has the focus already as it begins is kept, too', async () => {
  end();
  focus('#keep');
  end = keepFocus(document);
  document.querySelector('#keep')!.outerHTML = '<button>Kept</button>';
  await vi.waitFor(() => expect(focused()).toBe('Kept'));
});

test('a heading that goes leaves it to the heading of what comes, not to the button beside it', async () => {
  const heading = document.querySelector('h1')!;
  heading.tabIndex = -1;
  heading.focus();
  heading.outerHTML = '<button>Paste</button><h1>Library</h1>';
  await vi.waitFor(() => expect(focused()).toBe('Library'));
});
