import BookMarked from '@lucide/svelte/icons/book-marked';
import Cpu from '@lucide/svelte/icons/cpu';
import Library from '@lucide/svelte/icons/library';
import PenLine from '@lucide/svelte/icons/pen-line';
import SlidersHorizontal from '@lucide/svelte/icons/sliders-horizontal';
import type { Component } from 'svelte';
import type { TextKey } from '../../electron/messages/page.ts';
import type { RoomName } from '../state/route.svelte.ts';

/** Each room's name, its sign and how its page is fetched when it is first opened. */
export const ROOMS = {
  library: { name: 'frame.library', icon: Library, load: () => import('../rooms/library/Library.svelte') },
  workshop: {
    name: 'frame.workshop',
    icon: SlidersHorizontal,
    load: () => import('../rooms/workshop/Workshop.svelte'),
  },
  shelf: { name: 'frame.shelf', icon: BookMarked, load: () => import('../rooms/shelf/Shelf.svelte') },
  story: { name: 'frame.story', icon: PenLine, load: () => import('../rooms/story/Story.svelte') },
  machine: { name: 'frame.machine', icon: Cpu, load: () => import('../rooms/machine/Machine.svelte') },
} as const satisfies Record<RoomName, { name: TextKey; icon: unknown; load: () => Promise<{ default: Component }> }>;
