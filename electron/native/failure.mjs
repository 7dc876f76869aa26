// Plain JavaScript: set-up throws it before anything is built, with the oldest Node.
/** @typedef {import('../contract/message.ts').Message} Message */

/** An engine that could not be brought: why, what to do, and whether the same try may work later. */
export class EngineFailure extends Error {
  /**
   * @param {Message} reason
   * @param {Message | ''} install what to do, '' when nothing helps
   * @param {boolean} [passing] the cause may go by itself: network, disk
   */
  constructor(reason, install, passing = false) {
    super(reason.message);
    this.name = 'EngineFailure';
    this.reason = reason;
    this.install = install;
    this.passing = passing;
  }
}

/** What fails for want of disk. */
export const diskFull = () =>
  new EngineFailure(
    { message: 'shortfalls.diskFull', values: {} },
    { message: 'remedies.freeSpaceAndSetUp', values: {} },
    true,
  );

/**
 * By its name: set-up and what Vite runs for it have each a class of their own.
 * @param {unknown} thrown @returns {thrown is EngineFailure}
 */
export const isEngineFailure = (thrown) => thrown instanceof Error && thrown.name === 'EngineFailure';
