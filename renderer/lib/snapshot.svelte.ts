/** A plain copy of a value that may hold proxies of $state, which cannot be cloned across a process border. */
export function snapshot<T>(value: T): unknown {
  return $state.snapshot(value);
}
