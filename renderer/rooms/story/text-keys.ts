import type { RunnerUp, StorySymbol } from '../../../electron/contract/story.ts';

/** The word of the next or previous line that stands nearest below or above `word`. */
function inLine(words: readonly HTMLElement[], word: HTMLElement, by: 1 | -1): HTMLElement | undefined {
  const from = word.getBoundingClientRect();
  const middle = from.left + from.width / 2;
  let best: HTMLElement | undefined;
  let line: number | undefined;
  let distance = Infinity;
  for (let at = words.indexOf(word) + by; words[at]; at += by) {
    const { left, width, top, height } = words[at].getBoundingClientRect();
    if (Math.abs(top - from.top) < height / 2) continue;
    line ??= top;
    if (Math.abs(top - line) > height / 2) break;
    const away = Math.abs(left + width / 2 - middle);
    if (away < distance) [best, distance] = [words[at], away];
  }
  return best;
}

/** The word that a key leads to from `word`, if it leads anywhere: by words, by lines, to the ends. */
export function moveInText(event: KeyboardEvent, text: HTMLElement, word: HTMLElement): HTMLElement | undefined {
  if (event.altKey || event.metaKey || event.shiftKey) return undefined;
  const words = [...text.querySelectorAll<HTMLElement>('[data-i]')];
  const at = words.indexOf(word);
  const ways: Record<string, () => HTMLElement | undefined> = {
    ArrowRight: () => words[at + 1],
    ArrowLeft: () => words[at - 1],
    ArrowDown: () => inLine(words, word, 1),
    ArrowUp: () => inLine(words, word, -1),
    Home: () => words[0],
    End: () => words[words.length - 1],
  };
  const next = ways[event.key]?.();
  if (next) event.preventDefault();
  return next;
}

/** The runner-up that a digit chooses. */
export function chooseByNumber(event: KeyboardEvent, symbol: StorySymbol | undefined): RunnerUp | undefined {
  if (event.ctrlKey || event.altKey || event.metaKey || !/^[1-9]$/.test(event.key)) return undefined;
  const chosen = symbol?.runnersUp[Number(event.key) - 1];
  if (chosen) event.preventDefault();
  return chosen;
}
