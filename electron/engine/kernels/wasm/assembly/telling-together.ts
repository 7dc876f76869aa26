import { address, integer, next } from './control';
import { addProduct } from './telling';

/** Panels that a thread takes at once. */
const PANELS: i32 = 4;
const PANEL_COLUMNS: i32 = 32;

/** The product of telling.ts by all threads. A panel is summed by one of them, in the same order: the bits are the same. */
export function tellTogether(_thread: i32): void {
  const weights = address(0);
  const rows = integer(1);
  const panels = integer(2);
  const x = address(3);
  const xStride = address(4);
  const y = address(5);
  const yStride = address(6);
  const vectors = integer(7);
  const bytes = (<usize>rows) << 7;
  for (let first = next() * PANELS; first < panels; first = next() * PANELS) {
    const place = <usize>first;
    const columns = place * <usize>PANEL_COLUMNS;
    addProduct(
      weights + place * bytes,
      rows,
      min(PANELS, panels - first),
      x,
      xStride,
      y + (columns << 2),
      yStride,
      vectors,
    );
  }
}
