import { flushSync, mount, unmount, type Component } from 'svelte';

/** A sheet of paper, and what stands on it. */
export interface Sheet {
  readonly mount: (target: HTMLElement) => Record<string, unknown>;
}

export const sheetOf = <Props extends Record<string, unknown>>(page: Component<Props>, props: Props): Sheet => ({
  mount: (target) => mount(page, { target, props }),
});

/**
 * Lays sheets out for paper whenever the window is printed, in place of the window.
 * @param sheets none: the window itself is printed
 * @returns what ends it
 */
export function printsSheets(sheets: () => readonly Sheet[]): () => void {
  let laid: Record<string, unknown>[] = [];
  const lay = (): void => {
    if (laid.length) return;
    laid = sheets().map((sheet) => sheet.mount(document.body));
    flushSync();
  };
  const clear = (): void => {
    for (const sheet of laid) void unmount(sheet);
    laid = [];
  };
  window.addEventListener('beforeprint', lay);
  window.addEventListener('afterprint', clear);
  return () => {
    clear();
    window.removeEventListener('beforeprint', lay);
    window.removeEventListener('afterprint', clear);
  };
}
