/** Aesop on ARM64 Linux, emulated: node test/platforms/linux-arm64.mjs (after npm run addons -- linux-arm64, npm run build) */
import { checksOn } from './emulated.mjs';
import { arm64Host } from './qemu.mjs';
import { runChecks } from './run.mjs';

await runChecks('linux-arm64', async function* () {
  yield* checksOn(await arm64Host());
});
