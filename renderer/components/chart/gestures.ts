/** What gestures do to a chart. */
interface Gestures {
  /** @param by pixels */
  pan(by: number): void;
  /** @param factor above 1 shows less, larger; @param at pixels from the canvas's left edge, which stay where they are */
  zoom(factor: number, at: number): void;
}

interface Finger {
  readonly x: number;
  readonly y: number;
}

/**
 * Shift and a drag move a chart, two fingers zoom it. (What the zoom plugin brings for this is a tenth of the chart's script.)
 * @returns stops listening
 */
export function listenToGestures(canvas: HTMLCanvasElement, { pan, zoom }: Gestures): () => void {
  const fingers = new Map<number, Finger>();
  let dragged: { id: number; x: number } | undefined;
  const spread = () => {
    const [one, other] = fingers.values();
    return { size: Math.hypot(one.x - other.x, one.y - other.y), at: (one.x + other.x) / 2 };
  };

  function down(event: PointerEvent): void {
    const { pointerId: id, clientX: x, clientY: y } = event;
    if (event.pointerType === 'touch') fingers.set(id, { x, y });
    else if (event.shiftKey && event.button === 0) {
      dragged = { id, x };
      canvas.setPointerCapture(id);
    }
  }

  function move({ pointerId: id, clientX: x, clientY: y }: PointerEvent): void {
    if (dragged?.id === id) {
      pan(x - dragged.x);
      dragged = { id, x };
    }
    if (!fingers.has(id)) return;
    const before = fingers.size === 2 ? spread().size : 0;
    fingers.set(id, { x, y });
    if (before === 0) return;
    const { size, at } = spread();
    zoom(size / before, at - canvas.getBoundingClientRect().left);
  }

  function up({ pointerId: id }: PointerEvent): void {
    fingers.delete(id);
    if (dragged?.id === id) dragged = undefined;
  }

  const ends = new AbortController();
  const { signal } = ends;
  canvas.addEventListener('pointerdown', down, { signal });
  canvas.addEventListener('pointermove', move, { signal });
  for (const end of ['pointerup', 'pointercancel'] as const) canvas.addEventListener(end, up, { signal });
  return () => ends.abort();
}
