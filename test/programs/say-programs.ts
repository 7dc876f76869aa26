import { reasonAgainstPrograms } from '../../build/setup/tests/programs.mjs';

/** Says once that exports are not opened by their programs, and why. */
export default function sayPrograms(): void {
  const reason = reasonAgainstPrograms();
  if (reason) process.stdout.write(`The specs that open exports in other programs are skipped: ${reason}.\n`);
}
