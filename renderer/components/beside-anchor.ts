const GAP = 6;
const EDGE = 8;

/** Puts what floats below its anchor, above it where there is no room, within the window. */
export function besideAnchor(panel: HTMLElement, anchor: HTMLElement): void {
  const at = anchor.getBoundingClientRect();
  const { width, height } = panel.getBoundingClientRect();
  const left = Math.max(EDGE, Math.min(at.left, innerWidth - width - EDGE));
  const below = at.bottom + GAP;
  const fits = below + height <= innerHeight - EDGE;
  panel.style.left = `${left}px`;
  panel.style.top = `${fits ? below : Math.max(EDGE, at.top - GAP - height)}px`;
}
