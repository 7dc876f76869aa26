/**
 * Ends a child when this process ends, also by the signal with which vitest ends its own: a test that failed half-way must
 * leave nothing running.
 * @template {import('node:child_process').ChildProcess} Child
 * @param {Child} child
 * @returns {Child}
 */
export function endAlong(child) {
  const end = () => void child.kill('SIGKILL');
  const endBoth = () => process.exit(1);
  process.on('exit', end).on('SIGTERM', endBoth);
  child.once('exit', () => process.off('exit', end).off('SIGTERM', endBoth));
  return child;
}
