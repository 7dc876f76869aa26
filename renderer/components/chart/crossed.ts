export interface Spot {
  readonly x: number;
  readonly y: number;
}
export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Whether a line through some points, from left to right, goes through a box. A spot without a height breaks it. */
export function crosses(points: readonly Spot[], { left, right, top, bottom }: Box): boolean {
  return points.some((to, at) => {
    const from = points[at - 1] ?? to;
    if (to.x < left || from.x > right || !Number.isFinite(from.y) || !Number.isFinite(to.y)) return false;
    const height = (x: number) =>
      to.x === from.x ? to.y : from.y + ((to.y - from.y) * (x - from.x)) / (to.x - from.x);
    const [a, b] = [height(Math.max(left, from.x)), height(Math.min(right, to.x))];
    return Math.min(a, b) <= bottom && Math.max(a, b) >= top;
  });
}
