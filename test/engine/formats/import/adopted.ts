import { loadNetwork } from '../../../../electron/engine/formats/load-network.ts';
import { verifyModel } from '../../../../electron/engine/formats/read-model.ts';
import {
  asScaled,
  openForeign,
  saveForeign,
  vocabularyBeside,
  type ForeignSource,
} from '../../../../electron/engine/formats/import/index.ts';
import { unheard } from '../leaving.ts';
import { emptyFolder } from '../small-model.ts';

/** Takes a model out of what another program saved, verifies it and loads it for telling. */
export async function adopted(source: ForeignSource) {
  const opened = await openForeign(source);
  if (!opened) throw new Error('no format knows it');
  const wanted = { name: source.name, symbols: opened.model.network.vocabularySize };
  const found = await vocabularyBeside([source], wanted);
  const folder = emptyFolder();
  const said = { id: 'adopted', name: opened.model.name ?? 'Adopted', file: source.name, versions: {} };
  // what we wrote says what numbers it reads
  const model = asScaled(opened.model, undefined, source.name);
  await saveForeign(folder, { ...opened, model, found, ...said }, unheard());
  const card = await verifyModel(folder);
  return { format: opened.format, folder, card, parts: await loadNetwork(folder) };
}
