/**
 * A copy of JSON data that may hold proxies of $state, which cannot be cloned across a process border. By way of text:
 * `$state.snapshot` clones string by string, which takes seconds for a story of ten thousand words.
 */
export const plainCopy = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
