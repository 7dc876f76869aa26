/** The add-ons for macOS, which nothing here can run: node test/platforms/darwin.mjs (after npm run addons) */
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { faultsOfBuild } from '../../build/addons/checks/index.mjs';
import { hashesOf, othersThanListed } from '../../build/addons/hashes.mjs';
import { ADDON, tensorflowOf } from '../../build/addons/sources.mjs';
import { NATIVE, SYSTEMS } from '../../build/addons/systems.mjs';
import { Unavailable } from './places.mjs';
import { runChecks } from './run.mjs';

for (const name of ['darwin-arm64', 'darwin-x64'])
  await runChecks(name, async function* () {
    const folder = join(NATIVE, name);
    if (!existsSync(join(folder, ADDON)))
      throw new Unavailable(`there is no add-on; build it: npm run addons -- ${name}`);
    const { libraries } = await tensorflowOf(name);
    const faults = await faultsOfBuild(SYSTEMS[name], libraries, folder, [ADDON]);
    assert.deepEqual(faults, []);
    const others = othersThanListed(name, await hashesOf(folder, [ADDON]));
    assert.deepEqual(others, []);
    yield ['add-on', 'as it should be'];
  });
