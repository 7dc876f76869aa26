/** What a list of choices does on keys. */
export interface Choices {
  /** the choice of that number, from 0, where there is one */
  choose(at: number): unknown;
  close(): void;
}

/** Keys in a small list of buttons: arrows, Home and End move, 1 to 9 choose, Esc closes. */
export function chooseByKey(event: KeyboardEvent, { choose, close }: Choices): void {
  const list = event.currentTarget as HTMLElement;
  const buttons = [...list.querySelectorAll('button')];
  const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
  const { length } = buttons;
  if (event.ctrlKey || event.altKey || event.metaKey) return;
  if (event.key === 'Escape') close();
  else if (/^[1-9]$/.test(event.key)) choose(Number(event.key) - 1);
  else if (event.key === 'ArrowDown') buttons[(at + 1) % length]?.focus();
  else if (event.key === 'ArrowUp') buttons[(at - 1 + length) % length]?.focus();
  else if (event.key === 'Home') buttons[0]?.focus();
  else if (event.key === 'End') buttons[length - 1]?.focus();
  else return;
  event.preventDefault();
  event.stopPropagation();
}
