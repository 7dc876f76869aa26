const FORBIDDEN = /[\p{Cc}<>:"/\\|?*]+/gu;

/** A title as the name of a text file, on any system. */
export const fileName = (title: string): string =>
  `${
    title
      .replace(FORBIDDEN, ' ')
      .replace(/\s+/g, ' ')
      .replace(/[.… ]+$/, '')
      .trim() || 'story'
  }.txt`;

/** Hands a text over as a file, to the browser's downloads or the window's dialog. */
export function saveText(text: string, title: string): void {
  const href = URL.createObjectURL(new Blob([`${text}\n`], { type: 'text/plain;charset=utf-8' }));
  Object.assign(document.createElement('a'), { href, download: fileName(title) }).click();
  setTimeout(() => URL.revokeObjectURL(href), 60_000);
}
