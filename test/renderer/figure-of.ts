import { screen, within } from '@testing-library/svelte';

/** What stands beside a label in a list of figures, where the label may explain itself. */
export function figureOf(label: string, place?: HTMLElement): string | undefined {
  const queries = place ? within(place) : screen;
  return queries.getByText(label).closest('dt')?.nextElementSibling?.textContent?.trim();
}
