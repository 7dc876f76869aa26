/**
 * Processor time that this process has used so far, milliseconds. What must be quick is held against it instead of the
 * clock: it is the same on a machine that has much else to do.
 */
export function ownTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
