export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

const GAP = 6;
/** A panel is never lower than that. */
const LOWEST = 120;

/**
 * Where a panel stands at a word, from the upper left corner of what it is laid out in: below the word, above it where
 * there is more room, never out at the sides, and no higher than there is room.
 * @param word, page, view on the screen: the word, what the panel is laid out in, what of it can be seen
 */
export function placePanel(
  word: Box,
  page: Box,
  view: Box,
  panel: Pick<Box, 'width' | 'height'>,
): { left: number; top: number; most: number } {
  const below = view.top + view.height - (word.top + word.height) - 2 * GAP;
  const above = word.top - view.top - 2 * GAP;
  const flips = below < panel.height && above > below;
  const most = Math.max(LOWEST, flips ? above : below);
  const widest = Math.max(0, Math.min(page.width, view.left + view.width - page.left - GAP) - panel.width);
  return {
    left: Math.max(0, Math.min(word.left - page.left - 20, widest)),
    top: (flips ? word.top - Math.min(panel.height, most) - GAP : word.top + word.height + GAP) - page.top,
    most,
  };
}
