/**
 * @typedef {object} Listening
 * @property {NodeJS.EventEmitter} emitter
 * @property {string | symbol} event
 * @property {Function} listener
 */

/**
 * @param {NodeJS.EventEmitter[]} emitters
 * @returns {() => Listening[]} takes away the listeners that came since, and tells which they were
 */
export function listenersSince(emitters) {
  const all = emitters.map((emitter) => new Set(emitter.eventNames().flatMap((event) => emitter.rawListeners(event))));
  return () => {
    const found = emitters.flatMap((emitter, k) =>
      emitter.eventNames().flatMap((event) => {
        const later = emitter.rawListeners(event).filter((listener) => !all[k].has(listener));
        return later.map((listener) => ({ emitter, event, listener }));
      }),
    );
    for (const { emitter, event, listener } of found)
      emitter.removeListener(event, /** @type {any} */ (listener).listener ?? listener);
    return found;
  };
}
