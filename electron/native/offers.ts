import type { CheckName, EngineOffer, Machine } from '../contract/machine.ts';
import { addonFiles, findAddon, placeAddon } from './addon.ts';
import type { AddonSource } from './bring-engine.ts';
import { hasGlibc } from './glibc.mjs';
import { factsOf, systemOf, wheelsOf, type System, type Variant } from './systems.ts';

/** The add-on that was made beforehand, as an engine gets it. */
export const addonFrom = (system: System, folder: string): AddonSource => ({
  mark: addonFiles(system)
    .map(({ sha256 }) => sha256)
    .join(),
  place: (engine) => placeAddon(system, folder, engine),
});

/** What can be brought here as it is, without a compiler. @returns undefined where nothing can */
export async function offeredEngine(
  installation: string,
  variant: Variant,
): Promise<{ system: System; addon: AddonSource; download: number; disk: number } | undefined> {
  const system = systemOf(process.platform, process.arch, hasGlibc());
  const wheels = system === undefined ? [] : wheelsOf(system, variant);
  if (system === undefined || factsOf(system)[variant] === undefined) return undefined;
  const folder = await findAddon(system, installation);
  if (folder === undefined) return undefined;
  return {
    system,
    addon: addonFrom(system, folder),
    download: wheels.reduce((sum, { bytes }) => sum + bytes, 0),
    disk: (factsOf(system).gigabytes[variant] ?? 0) * 1e9,
  };
}

/** The better engines that can be brought for an installation, the best first. */
export async function offersFor(
  installation: string,
  { engine, checks }: Pick<Machine, 'engine' | 'checks'>,
): Promise<EngineOffer[]> {
  const wanted: Variant[] = [];
  const isWell = (name: CheckName) => checks.some((check) => check.name === name && check.ok);
  // Where there is no card there is no driver; one that is too old is to be renewed first.
  if (isWell('driver') && isWell('card') && engine.device !== 'gpu') wanted.push('gpu');
  if (engine.engine !== 'tensorflow') wanted.push('cpu');
  const offers = await Promise.all(wanted.map((variant) => offeredEngine(installation, variant)));
  return offers.flatMap((offer, index) =>
    offer ? [{ variant: wanted[index], download: offer.download, disk: offer.disk }] : [],
  );
}
