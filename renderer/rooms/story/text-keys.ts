import type { RunnerUp, StorySymbol } from '../../../electron/contract/story.ts';

type Step = () => HTMLElement | undefined;

/** Steps through the words of a text from one of them; a walk over the page, since a long story has very many. */
function walk(text: HTMLElement, from: Node): { next: Step; previous: Step; last: Step } {
  const walker = document.createTreeWalker(text, NodeFilter.SHOW_ELEMENT, (node) =>
    (node as HTMLElement).dataset.i ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_SKIP,
  );
  walker.currentNode = from;
  const word = (node: Node | null) => (node as HTMLElement | null) ?? undefined;
  return {
    next: () => word(walker.nextNode()),
    previous: () => word(walker.previousNode()),
    last: () => {
      let last: Node | null = walker.lastChild();
      for (; last && walker.nextNode();) last = walker.currentNode;
      return word(last);
    },
  };
}

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

/** The word that a key leads to from `word`, if it leads anywhere: by words, by lines, to the ends. */
export function moveInText(event: KeyboardEvent, text: HTMLElement, word: HTMLElement): HTMLElement | undefined {
  if (event.altKey || event.metaKey || event.shiftKey) return undefined;
  const { next, previous } = walk(text, word);
  const ways: Record<string, Step> = {
    ArrowRight: next,
    ArrowLeft: previous,
    ArrowDown: () => inLine(word, next),
    ArrowUp: () => inLine(word, previous),
    Home: () => walk(text, text).next(),
    End: () => walk(text, text).last(),
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
