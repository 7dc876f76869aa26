export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Where a panel stands, and how high it may be there. */
export interface Placed {
  readonly left: number;
  readonly top: number;
  readonly most: number;
}

const GAP = 6;
/** A panel is never lower than that. */
const LOWEST = 120;

/**
 * Where a panel stands at a word, from the upper left corner of what it is laid out in: below the word, above it where
 * there is more room, beside it where neither will do, never out at the sides, and no higher than there is room.
 * @param word, page, view on the screen: the word, what the panel is laid out in, what of it can be seen
 */
export function placePanel(word: Box, page: Box, view: Box, panel: Pick<Box, 'width' | 'height'>): Placed {
  const below = view.top + view.height - (word.top + word.height) - 2 * GAP;
  const above = word.top - view.top - 2 * GAP;
  const highest = view.top + GAP;
  const lowest = view.top + view.height - GAP;
  const left = view.left + GAP;
  const right = Math.min(page.left + page.width, view.left + view.width - GAP) - panel.width;
  if (Math.max(below, above) < panel.height) {
    const after = word.left + word.width + GAP;
    const before = word.left - GAP - panel.width;
    const most = Math.max(LOWEST, view.height - 2 * GAP);
    if (most > Math.max(below, above) && (after <= right || before >= left)) {
      const top = Math.max(highest, Math.min(word.top - GAP, lowest - Math.min(panel.height, most)));
      return { left: (after <= right ? after : before) - page.left, top: top - page.top, most };
    }
  }
  const flips = below < panel.height && above > below;
  const most = Math.max(LOWEST, flips ? above : below);
  const height = Math.min(panel.height, most);
  const top = flips ? Math.max(highest, word.top - height - GAP) : word.top + word.height + GAP;
  return {
    left: Math.max(0, Math.min(word.left - page.left - 20, right - page.left)),
    top: top - page.top,
    most,
  };
}
