/** Below this width a room is one column, CSS pixels; style sheets say the same in their media queries. */
export const NARROW = 760;

/** Whether a room has one column now: a list and what is chosen in it are two pages then. */
export const isNarrow = (): boolean => globalThis.matchMedia?.(`(max-width: ${NARROW - 1}px)`).matches ?? false;
