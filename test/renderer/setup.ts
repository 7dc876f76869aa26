import '@testing-library/svelte/vitest';

// jsdom lays nothing out, so there is nothing to scroll.
if (typeof Element !== 'undefined') Element.prototype.scrollIntoView = () => {};
