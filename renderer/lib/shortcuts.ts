import type { TextKey } from '../../electron/messages/page.ts';

/** Keys of the whole window; rooms add their own on their own elements. `Mod` is Ctrl, on a Mac ⌘. */
export const SHORTCUTS = [
  { keys: ['Mod K'], does: 'frame.shortcutFind' },
  { keys: ['Mod 1', '…', 'Mod 5'], does: 'frame.shortcutRooms' },
  { keys: ['Mod O'], does: 'frame.shortcutImport' },
  { keys: ['Mod F'], does: 'library.searchKey' },
  { keys: ['Mod ↵'], does: 'workshop.trainKey' },
  { keys: ['N'], does: 'lesson.nextKey' },
  { keys: ['Mod P'], does: 'story.printKey' },
  { keys: ['Mod Z'], does: 'frame.shortcutUndo' },
  { keys: ['Mod ,'], does: 'frame.shortcutSettings' },
  { keys: ['F6', 'Shift F6'], does: 'frame.shortcutParts' },
  { keys: ['?'], does: 'frame.shortcutHelp' },
  { keys: ['Esc'], does: 'frame.shortcutClose' },
] as const satisfies readonly { keys: readonly string[]; does: TextKey }[];

const isMac = /mac/i.test(globalThis.navigator?.platform ?? '');

/** As it stands on this machine's keys. */
export const keyText = (keys: string) => keys.replace('Mod', isMac ? '⌘' : 'Ctrl');

/** Whether keys are written into what they are pressed in. */
export const takesText = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.matches('input:not([type=range], [type=checkbox], [type=radio]), textarea, select');

/** The shortcut of an event as in the table: `Mod K`, `Shift F6`, `?`; undefined while something is being typed. */
export function shortcutOf(event: KeyboardEvent): string | undefined {
  if (event.isComposing || event.altKey) return undefined;
  const mod = isMac ? event.metaKey : event.ctrlKey;
  const key = event.key.length === 1 ? event.key.toUpperCase() : event.key;
  // what was typed is taken back by the field itself; beside it, a browser would do so in a field that one has left;
  // with Shift the key does again what was undone
  if (mod) return key === 'Z' && (event.shiftKey || takesText(event.target)) ? undefined : `Mod ${key}`;
  if (takesText(event.target) && key !== 'F6') return undefined;
  return event.shiftKey && key.length > 1 ? `Shift ${key}` : key;
}
