import { awaitRegion, begin, meet, operation, READY } from './control';
import { crossEntropy } from './cross-entropy';
import { dropout, multiplyEach, squareOfProduct, squares } from './elementwise';
import { lstmBackward } from './lstm-backward';
import { lstmForward } from './lstm-forward';
import { product, transpose } from './product';
import { addRows, gather, sumColumns } from './rows';
import { tellTogether } from './telling-together';
import { turnedProduct } from './turned';
import { updateAll, updateByProduct, updateRows } from './updates';

/** What every thread of a region does; the numbers are those of `operations` in operations.ts. */
function work(thread: i32): void {
  switch (operation()) {
    case 0:
      return product(thread);
    case 1:
      return transpose(thread);
    case 2:
      return lstmForward(thread);
    case 3:
      return lstmBackward(thread);
    case 4:
      return crossEntropy(thread);
    case 5:
      return updateAll(thread);
    case 6:
      return updateByProduct(thread);
    case 7:
      return updateRows(thread);
    case 8:
      return gather(thread);
    case 9:
      return addRows(thread);
    case 10:
      return sumColumns(thread);
    case 11:
      return multiplyEach(thread);
    case 12:
      return dropout(thread);
    case 13:
      return squares(thread);
    case 14:
      return squareOfProduct(thread);
    case 15:
      return turnedProduct(thread);
    case 16:
      return tellTogether(thread);
    default:
      unreachable();
  }
}

/** Runs the operation whose number and arguments are in place, alone or with all workers that have come up. */
export function run(together: bool): void {
  begin(together ? atomic.load<i32>(READY) + 1 : 1);
  work(0);
  meet();
}

/**
 * A worker's turn: waits for the region after `seen`, and takes part in it where it is one of its party.
 * @returns what it has seen
 */
export function serve(thread: i32, seen: i32): i32 {
  const now = awaitRegion(seen);
  if (thread >= (now & 255)) return now;
  work(thread);
  meet();
  return now;
}
