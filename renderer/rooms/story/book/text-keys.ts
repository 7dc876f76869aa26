import type { RunnerUp, StorySymbol } from '../../../../electron/contract/story.ts';

type Step = () => HTMLElement | undefined;

/** The word nearest below or above `word`, in the first line that `step` leads to. */
function inLine(word: HTMLElement, step: Step): HTMLElement | undefined {
  const from = word.getBoundingClientRect();
  const middle = from.left + from.width / 2;
  let best: HTMLElement | undefined;
  let line: number | undefined;
  let distance = Infinity;
  for (let other = step(); other; other = step()) {
    const { left, width, top, height } = other.getBoundingClientRect();
    if (Math.abs(top - from.top) < height / 2) continue;
    line ??= top;
    if (Math.abs(top - line) > height / 2) break;
    const away = Math.abs(left + width / 2 - middle);
    if (away < distance) [best, distance] = [other, away];
  }
  return best;
}

/**
 * The word that a key leads to from `word`, if it leads anywhere: by words, by lines, to the ends.
 * @param count words of the text
 */
export function moveInText(
  event: KeyboardEvent,
  word: HTMLElement,
  count: number,
  wordAt: (index: number) => HTMLElement | undefined,
): HTMLElement | undefined {
  if (event.altKey || event.metaKey) return undefined;
  const walk = (by: 1 | -1): Step => {
    let at = Number(word.dataset.i);
    return () => wordAt((at += by));
  };
  const ways: Record<string, Step> = {
    ArrowRight: walk(1),
    ArrowLeft: walk(-1),
    ArrowDown: () => inLine(word, walk(1)),
    ArrowUp: () => inLine(word, walk(-1)),
    Home: () => wordAt(0),
    End: () => wordAt(count - 1),
  };
  const found = ways[event.key]?.();
  if (found) event.preventDefault();
  return found;
}

/** The runner-up that a digit chooses. */
export function chooseByNumber(event: KeyboardEvent, symbol: StorySymbol | undefined): RunnerUp | undefined {
  if (event.ctrlKey || event.altKey || event.metaKey || !/^[1-9]$/.test(event.key)) return undefined;
  const chosen = symbol?.runnersUp[Number(event.key) - 1];
  if (chosen) event.preventDefault();
  return chosen;
}
