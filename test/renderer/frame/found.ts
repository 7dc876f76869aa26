import { screen, within } from '@testing-library/svelte';

/** What the finder shows; a room behind it may have options of its own, which come when it is loaded. */
export const found = (): HTMLElement[] =>
  within(screen.getByRole('listbox', { name: 'Find or do anything' })).getAllByRole('option');
