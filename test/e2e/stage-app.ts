import { builtAppFor } from '../electron/for-older.mjs';
import { electronHere } from '../electron/here.mjs';

/** Writes the app for the Electron that is here, once, before each process of the specs would find it missing. */
export default async function stageApp(): Promise<void> {
  await builtAppFor(electronHere());
}
