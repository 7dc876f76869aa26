import { fireEvent, screen, waitFor, within } from '@testing-library/svelte';
import { expect } from 'vitest';
import { route } from '../../../../../renderer/state/route.svelte.ts';

export const field = () => screen.getByLabelText<HTMLTextAreaElement>('First line');
export const list = () => within(screen.getByRole('complementary', { name: 'History' }));
export const links = () => within(list().getByRole('list')).getAllByRole('link');

/** Tells the first line; waits until it lies there with an address of its own. @returns that id */
export async function tell(line: string): Promise<string> {
  const before = route.id;
  await fireEvent.input(field(), { target: { value: line } });
  await fireEvent.click(screen.getByRole('button', { name: 'Tell' }));
  await waitFor(() => expect(route.id !== undefined && route.id !== before).toBe(true));
  return route.id!;
}
