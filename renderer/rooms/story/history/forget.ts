import { route } from '../../../state/route.svelte.ts';
import { stories } from '../../../state/stories.svelte.ts';
import { trouble } from '../../../state/trouble.svelte.ts';

/** Deletes a story, to be undone; where it lies open the page is blank then. */
export function forget({ id }: { id: string }): void {
  if (route.id === id) route.replace();
  void trouble.guard(() => stories.delete(id));
}
