import '@testing-library/svelte/vitest';
import { offeredLanguages } from '../../electron/contract/languages.ts';
import { loadPage } from '../../electron/messages/page.ts';
import { language } from '../../renderer/state/language.svelte.ts';

// jsdom lays nothing out, so there is nothing to scroll.
if (typeof Element !== 'undefined') Element.prototype.scrollIntoView = () => {};

// Both languages are there at once, so that a test that changes the language sees it in the same turn.
for (const each of offeredLanguages) await language.load(each, loadPage);
