/** @typedef {import('./message.mjs').Message} Message */

/** An engine that could not be prepared: why, what to do, and whether the same try may work later. */
export class SetupFailure extends Error {
  /**
   * @param {Message} reason
   * @param {Message | ''} install what to do, '' when nothing helps
   * @param {boolean} [passing] the cause may go by itself: network, disk
   */
  constructor(reason, install, passing = false) {
    super(reason.message);
    this.reason = reason;
    this.install = install;
    this.passing = passing;
  }
}
