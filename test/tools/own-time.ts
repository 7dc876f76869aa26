import { besidePlainWork, ownTime } from './plain-work.mjs';

export { ownTime };

/**
 * What must be quick is held against plain work of the same minute instead of a clock.
 *
 * @returns seconds that the work would have taken of a quiet machine's processor
 */
export async function ownSeconds(work: () => unknown): Promise<number> {
  const { done: took, slowness } = await besidePlainWork(async () => {
    const began = ownTime();
    await work();
    return ownTime() - began;
  });
  return took / 1000 / slowness;
}
