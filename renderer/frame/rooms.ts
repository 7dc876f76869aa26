import BookMarked from '@lucide/svelte/icons/book-marked';
import Cpu from '@lucide/svelte/icons/cpu';
import Library from '@lucide/svelte/icons/library';
import PenLine from '@lucide/svelte/icons/pen-line';
import SlidersHorizontal from '@lucide/svelte/icons/sliders-horizontal';
import type { Component } from 'svelte';
import type { RoomName } from '../state/route.svelte.ts';

/** Each room's sign and how its page is fetched when it is first opened. */
export const ROOMS = {
  library: { icon: Library, load: () => import('../rooms/library/Library.svelte') },
  workshop: { icon: SlidersHorizontal, load: () => import('../rooms/workshop/Workshop.svelte') },
  shelf: { icon: BookMarked, load: () => import('../rooms/shelf/Shelf.svelte') },
  story: { icon: PenLine, load: () => import('../rooms/story/Story.svelte') },
  machine: { icon: Cpu, load: () => import('../rooms/machine/Machine.svelte') },
} as const satisfies Record<RoomName, { icon: unknown; load: () => Promise<{ default: Component }> }>;
