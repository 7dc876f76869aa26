import { FOCUSABLE } from './focusable.ts';
import { leadFocus } from './lead-focus.ts';

/** What is led to only by name; and words that explain themselves as soon as they have the focus, unasked. */
const PASSED_OVER = '[tabindex="-1"], .term';
/** How many of the things round it are remembered: from a button to the row or the foot that it stands in. */
const HOLDERS = 4;
/** Not from one notice to the next, which would stay as long as it has the focus. */
const ENDS = 'main, .frame, .toasts, body';

interface Holder {
  readonly element: Element;
  /** of what had the focus, among all that can have it in the holder */
  readonly place: number;
}

const focusables = (within: Element): HTMLElement[] =>
  [...within.querySelectorAll<HTMLElement>(FOCUSABLE)].filter((one) => !one.matches(PASSED_OVER));

const canBeFocused = (one: HTMLElement): boolean => !one.matches(':disabled') && (one.checkVisibility?.() ?? true);

function holdersOf(target: Element): Holder[] {
  const holders: Holder[] = [];
  let element = target.parentElement;
  while (element && holders.length < HOLDERS && !element.matches(ENDS)) {
    holders.push({ element, place: Math.max(0, focusables(element).indexOf(target as HTMLElement)) });
    element = element.parentElement;
  }
  return holders;
}

/** What now stands where the focus was, innermost first. */
function nearest(holders: readonly Holder[]): HTMLElement | undefined {
  for (const { element, place } of holders) {
    if (!element.isConnected) continue;
    const left = focusables(element).filter(canBeFocused);
    if (left.length > 0) return left[Math.min(place, left.length - 1)];
  }
  return undefined;
}

/**
 * Keeps the focus near where it was when what had it goes away: a button that turns into another, a row that is discarded, an Undo
 * that was used. Without it, keys and screen reader begin at the top of the window. It is taken from nothing that is still there:
 * where the browser takes it from a button that cannot be pressed for a moment, it comes back to that as soon as it can.
 * @returns what ends it
 */
export function keepFocus(root: Document): () => void {
  let had: HTMLElement | undefined;
  let holders: Holder[] = [];
  const isLost = () => root.activeElement === null || root.activeElement === root.body;

  function note(target: EventTarget | null): void {
    had = target instanceof HTMLElement ? target : undefined;
    holders = had ? holdersOf(had) : [];
  }
  const came = ({ target }: FocusEvent) => note(target);
  // one that was left for nothing, as by a press beside it, is nobody's loss
  function left(): void {
    if (had?.matches(':disabled')) return;
    requestAnimationFrame(() => {
      if (isLost() && had?.isConnected) had = undefined;
    });
  }
  const pressed = () => {
    if (isLost()) had = undefined;
  };
  function look(): void {
    if (!had || !isLost()) return;
    if (had.isConnected) {
      if (canBeFocused(had)) had.focus({ preventScroll: true });
      return;
    }
    // a heading was only led to: what stands in its place now may be a button that nobody meant
    const goal = had.matches('h1, h2') ? undefined : nearest(holders);
    had = undefined;
    if (goal) goal.focus({ preventScroll: true });
    else leadFocus();
  }
  // what closes gives the focus back by itself, a frame later
  const watched = new MutationObserver(() => {
    if (had && isLost()) requestAnimationFrame(() => requestAnimationFrame(look));
  });
  if (!isLost()) note(root.activeElement);
  watched.observe(root.body, { childList: true, subtree: true, attributes: true, attributeFilter: ['disabled'] });
  root.addEventListener('focusin', came);
  root.addEventListener('focusout', left);
  root.addEventListener('pointerdown', pressed, true);
  return () => {
    had = undefined;
    watched.disconnect();
    root.removeEventListener('focusin', came);
    root.removeEventListener('focusout', left);
    root.removeEventListener('pointerdown', pressed, true);
  };
}
