import { afterAll, beforeEach } from 'vitest';
import { ownFrames } from './frames.ts';
import { resetPage } from './own-modules.ts';

// A page of its own for each file, though files share their process: what the rooms remember begins anew.
resetPage();
if (typeof document !== 'undefined') {
  for (const element of [document.documentElement, document.body])
    for (const name of element.getAttributeNames()) element.removeAttribute(name);
  document.body.replaceChildren();
  localStorage.clear();
  sessionStorage.clear();
  history.replaceState(null, '', '/');
  // jsdom lays nothing out.
  Element.prototype.scrollIntoView = () => {};
  Range.prototype.getBoundingClientRect = () => new DOMRect();
  // Nor does it draw, and it says so at length each time.
  HTMLCanvasElement.prototype.getContext = () => null;
  globalThis.ResizeObserver = class {
    observe(): void {}
    unobserve(): void {}
    disconnect(): void {}
  };
  afterAll(ownFrames());
}

// Both languages are there at once, so that a test that changes the language sees it in the same turn.
const { offeredLanguages } = await import('../../electron/contract/languages.ts');
const { loadPage } = await import('../../electron/messages/page.ts');
const { language } = await import('../../renderer/state/language.svelte.ts');
for (const each of offeredLanguages) await language.load(each, loadPage);

const { act, cleanup, configure, setup } = await import('@testing-library/svelte');
// What is waited for comes when it comes: one second is little where the machine has much else to do.
configure({ asyncUtilTimeout: 60_000 });
beforeEach(async () => {
  await setup();
  return async () => {
    await act();
    cleanup();
  };
});
