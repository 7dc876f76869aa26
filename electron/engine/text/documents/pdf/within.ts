import { AesopError } from '../../../../contract/errors.ts';
import { stopwatch, type Watch } from '../watch.ts';

/** So many times its limit may pass on the clock, on a machine with much else to do: what waits for nothing ends, too. */
const PATIENCE = 4;

/**
 * Work in many pieces that nobody here does one by one, as far as its document has time left.
 * @param name what the document is called in errors
 * @throws AesopError document-slow where the task takes more computing than is left
 */
export async function within<Result>(watch: Watch, name: string, task: Promise<Result>): Promise<Result> {
  const spent = stopwatch();
  const began = performance.now();
  const { left } = watch;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    const look = () => {
      const more = Math.min(left - spent(), left * PATIENCE - (performance.now() - began));
      if (more > 0) timer = setTimeout(look, more);
      else reject(new AesopError('document-slow', { name, seconds: Math.round(left / 1000) }));
    };
    timer = setTimeout(look, left);
  });
  try {
    return await Promise.race([task, late]);
  } finally {
    clearTimeout(timer);
    watch.spend(spent());
  }
}
