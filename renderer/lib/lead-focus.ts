/** Looks at the page before the room counts as one without a heading. */
const FRAMES = 120;

let turn = 0;

/** Whether the focus went with what was closed: then keys and screen reader would begin at the top of the window. */
const isLost = (): boolean => document.activeElement === null || document.activeElement === document.body;

/** The first that is on the page now; in one column, the list's heading is not while the card is. */
const shown = (selector: string): HTMLElement | undefined =>
  [...document.querySelectorAll<HTMLElement>(selector)].find((heading) => heading.checkVisibility?.() ?? true);

/** Nobody has pressed anything yet: a page that has just been loaded begins at its top, and rings no heading. */
const isUntouched = (): boolean => navigator.userActivation?.hasBeenActive === false;

let byKeys = false;

/** A heading that the focus is led to is ringed for those who go by keys; after a press or a drop, the ring would be the first thing seen. */
function lead(goal: HTMLElement): void {
  const isHeading = goal.matches('h1, h2');
  goal.toggleAttribute('data-quiet', isHeading && !byKeys);
  goal.addEventListener('blur', () => goal.removeAttribute('data-quiet'), { once: true });
  goal.focus({ preventScroll: true });
  // what is proposed there gives way to what is typed
  if (goal instanceof HTMLTextAreaElement && goal.matches('[data-proposed]')) goal.select();
}

for (const name of ['pointerdown', 'drop', 'keydown'])
  globalThis.addEventListener?.(name, () => (byKeys = name === 'keydown'), { capture: true, passive: true });

/** Leads a lost focus to where one begins in what was opened, or to its heading, as soon as that is there. */
export function leadFocus(): void {
  const mine = ++turn;
  if (isUntouched()) return;
  let left = FRAMES;
  const look = (): void => {
    if (mine !== turn || !isLost()) return;
    const goal = shown('main [data-begin]') ?? shown('main h1') ?? shown('main h2');
    if (!goal) return void (left-- > 0 && requestAnimationFrame(look));
    if (goal.tabIndex < 0) goal.tabIndex = -1;
    lead(goal);
  };
  // what is closed with the change of place is gone a frame later
  requestAnimationFrame(() => requestAnimationFrame(look));
}
