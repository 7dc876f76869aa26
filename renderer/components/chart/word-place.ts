import { crosses, type Box, type Spot } from './crossed.ts';

/** A curve as it is drawn, and the pixels that its line or its markers take on every side of it. */
interface Drawn {
  readonly points: readonly Spot[];
  readonly room: number;
}
export interface WordPlace {
  readonly atStart: boolean;
  /** pixels over the foot of the area */
  readonly rise: number;
}

/** Lines that a word may rise over the axis, to which it belongs. */
const MOST_RISEN = 3;

/**
 * Where nothing is drawn through a word: at the end of an axis, else at its start, else a line higher; at the end where all
 * of that is taken.
 * @param area of the plot, without what lies between its foot and the word
 * @param isAtStart whether the start is tried first
 */
export function freePlace(
  curves: readonly Drawn[],
  area: Box,
  { width, height }: { width: number; height: number },
  isAtStart = false,
): WordPlace {
  const isFree = ({ atStart, rise }: WordPlace): boolean => {
    const left = atStart ? area.left : area.right - width;
    const bottom = area.bottom - rise;
    return !curves.some(({ points, room }) =>
      crosses(points, {
        ...{ left: left - room, right: left + width + room },
        ...{ top: bottom - height - room, bottom: (rise === 0 ? Infinity : bottom) + room },
      }),
    );
  };
  const places = Array.from({ length: MOST_RISEN + 1 }, (_, line) =>
    [isAtStart, !isAtStart].map((atStart) => ({ atStart, rise: line * height })),
  ).flat();
  return places.find(isFree) ?? places[0];
}
