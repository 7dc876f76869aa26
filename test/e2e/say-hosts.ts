import { reasonAgainstElectron } from './electron-here.ts';

/** Says once where the specs do not run in Electron as well. */
export default function sayHosts(): void {
  const reason = reasonAgainstElectron();
  if (reason) process.stdout.write(`The e2e specs run in the browser alone: ${reason}.\n`);
}
