/** What can be done to a file by the buttons of its row. */
export type FileAct = 'up' | 'down' | 'out';

/** Which button a person goes on from, once the text is made anew, and with it the list of its files. */
let awaited: { readonly name: string; readonly at: number; readonly act: FileAct } | undefined;

/** @param at where the file will stand in the list */
export function awaitFile(name: string, at: number, act: FileAct): void {
  awaited = { name, at, act };
}

export function forgetFile(): void {
  awaited = undefined;
}

/** Gives the focus, where nothing has it, to the awaited button; at an end of the list to the one beside it. */
export function focusAwaited(list: HTMLElement, names: readonly string[]): void {
  const { activeElement, body } = document;
  if (!awaited || names[awaited.at] !== awaited.name) return;
  if (activeElement && activeElement !== body && !list.contains(activeElement)) return;
  const { at, act } = awaited;
  const button = (of: FileAct) =>
    list.querySelector<HTMLButtonElement>(`:scope > li:nth-child(${at + 1}) [data-act="${of}"]:not(:disabled)`);
  (button(act) ?? button(act === 'up' ? 'down' : 'up'))?.focus();
  awaited = undefined;
}
