/**
 * Gives the page frames that come by real timers. jsdom's come by one interval: asked for while a test has put its own in place
 * of intervals, none would ever come again, also in the files after it.
 * @returns what ends those to come, which must not outlive the page
 */
export function ownFrames(): () => void {
  const { setTimeout: later, clearTimeout: never } = globalThis;
  const toCome = new Set<number>();
  globalThis.requestAnimationFrame = (frame) => {
    const come = () => {
      toCome.delete(number);
      frame(performance.now());
    };
    const number = Number(later(come, 1000 / 60));
    toCome.add(number);
    return number;
  };
  globalThis.cancelAnimationFrame = (number) => never(number);
  return () => toCome.forEach((number) => never(number));
}
