/**
 * A copy of JSON data that may hold proxies of $state, which cannot be cloned across a process border. By way of text:
 * `$state.snapshot` clones string by string, which takes seconds for a story of ten thousand words.
 */
export function plainCopy(value: unknown): unknown {
  const flat = typeof value === 'object' && value !== null && Object.values(value).every(isPlain);
  // a long text, as one that is pasted, costs a second by that way, and needs none
  return flat && !Array.isArray(value) ? { ...value } : JSON.parse(JSON.stringify(value));
}

const isPlain = (value: unknown) => typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value);
