export { findAddon } from './addon.ts';
export { bringEngine, type AddonSource, type Stage } from './bring-engine.ts';
export { pythonWithPip } from './by-pip.ts';
export { addonFrom } from './offers.ts';
export { findSources } from './sources.ts';
export { factsOf, systemOf, wheelsOf, type System, type Variant } from './systems.ts';
