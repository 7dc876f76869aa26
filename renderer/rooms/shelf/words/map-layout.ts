/** A place on the map in pixels. */
export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** A point of the map with its label, where there is room for one. */
export interface MapDot extends Spot {
  readonly index: number;
  readonly label?: Spot;
}

export interface MapBox {
  readonly width: number;
  readonly height: number;
}

interface Rectangle {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export const LABEL_HEIGHT = 16;
/** From a label's baseline up to its top. */
const ASCENT = 12;
const MARGIN = 14;
const GAP = 5;
const DOT = 3;

function scale(values: readonly number[], size: number): (value: number) => number {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const room = Math.max(0, size - 2 * MARGIN);
  return (value) => (high > low ? MARGIN + ((value - low) / (high - low)) * room : size / 2);
}

const overlap = (a: Rectangle, b: Rectangle) =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** Where a label may stand: to the right, to the left, above, below. */
function places({ x, y }: Spot, width: number): Rectangle[] {
  const at = (left: number, top: number) => ({ left, top, right: left + width, bottom: top + LABEL_HEIGHT });
  const middle = y - LABEL_HEIGHT / 2;
  return [
    at(x + GAP, middle),
    at(x - GAP - width, middle),
    at(x - width / 2, y - GAP - LABEL_HEIGHT),
    at(x - width / 2, y + GAP),
  ];
}

/**
 * Points on a box, filling it, with labels that cover neither each other nor, those asked for first excepted, a point.
 *
 * @param widthOf width of a point's label in pixels
 * @param first points that are labelled before the others, which follow in their order
 */
export function layMap(
  points: readonly Spot[],
  box: MapBox,
  widthOf: (index: number) => number,
  first: readonly number[] = [],
): MapDot[] {
  const x = scale(
    points.map((point) => point.x),
    box.width,
  );
  const y = scale(
    points.map((point) => -point.y),
    box.height,
  );
  const spots = points.map((point) => ({ x: x(point.x), y: y(-point.y) }));
  const inside = ({ left, right, top, bottom }: Rectangle) =>
    left >= 0 && right <= box.width && top >= 0 && bottom <= box.height;
  const dots: Rectangle[] = spots.map((spot) => ({
    left: spot.x - DOT,
    top: spot.y - DOT,
    right: spot.x + DOT,
    bottom: spot.y + DOT,
  }));
  const written: Rectangle[] = [];
  const labels = new Map<number, Spot>();
  for (const index of new Set([...first, ...spots.keys()])) {
    const free = places(spots[index], widthOf(index)).filter(
      (place) => inside(place) && !written.some((other) => overlap(place, other)),
    );
    const clear = free.find((place) => !dots.some((dot) => overlap(place, dot)));
    const place = clear ?? (first.includes(index) ? free[0] : undefined);
    if (!place) continue;
    written.push(place);
    labels.set(index, { x: place.left, y: place.top + ASCENT });
  }
  return spots.map((spot, index) => ({ ...spot, index, label: labels.get(index) }));
}

/** The point nearest to a place, within reach. */
export function dotAt(dots: readonly MapDot[], spot: Spot, reach: number): MapDot | undefined {
  const distance = (dot: MapDot) => Math.hypot(dot.x - spot.x, dot.y - spot.y);
  return dots.filter((dot) => distance(dot) <= reach).sort((a, b) => distance(a) - distance(b))[0];
}
