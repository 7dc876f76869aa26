import { formatFacts, formatsFor, variantOf, type ExportFormat } from '../../electron/contract/export-formats.ts';
import type { IdScale } from '../../electron/contract/foreign-formats.ts';
import { sameModel, type ModelCard, type Remarks } from '../../electron/contract/model.ts';
import type { Precision } from '../../electron/contract/precision.ts';
import type { MadeFile } from '../../electron/contract/studio.ts';
import type { Neighbours, WordMap } from '../../electron/contract/word-vectors.ts';
import type { GrantedFile } from '../../electron/contract/wire.ts';
import { client } from '../lib/client.ts';
import { deleteWithUndo } from './delete-with-undo.ts';
import { jobs } from './jobs.svelte.ts';
import { language, t } from './language.svelte.ts';
import { byFolder, Listed } from './listed.svelte.ts';
import { runs } from './runs.svelte.ts';
import { saveAs } from './save-as.ts';
import { toasts } from './toasts.svelte.ts';
import { trouble } from './trouble.svelte.ts';

/** One way for a model to leave. */
export interface LeavingForm {
  /** in the language of the interface */
  readonly label: string;
  readonly format: ExportFormat;
  readonly precision: Precision | undefined;
  readonly bytes: number;
}

/** What a person says of another program's model, where its files do not. */
export interface SaidOfModel {
  readonly vocabulary?: GrantedFile | undefined;
  readonly idScale?: IdScale;
}

/** The models of the Shelf. */
class Models extends Listed<'models'> {
  constructor() {
    super('models', byFolder);
  }

  /** Takes a model in; where it is here already that is said, with a way back. */
  async import(
    [{ file }, ...others]: readonly GrantedFile[],
    { vocabulary, idScale }: SaidOfModel = {},
  ): Promise<ModelCard> {
    const beside = others.map((other) => other.file);
    const card = await client.request('models.import', { file, beside, vocabulary: vocabulary?.file, idScale });
    const other = this.sameAs(card);
    const undo = () => void trouble.guard(() => client.request('models.delete', { id: card.id }));
    if (other) toasts.showUndoable(t('shelf.importedAgain', { name: card.name, other: other.name }), undo);
    return card;
  }

  /** Another of them that is the same model. */
  sameAs(card: ModelCard): ModelCard | undefined {
    return sameModel(card, this.list);
  }

  /**
   * Writes a model in another format: where the person says, or into the browser's downloads.
   * @returns false where the person thought better of it
   */
  async export(id: string, format: ExportFormat, precision?: Precision): Promise<boolean> {
    const [ending] = formatFacts(format).endings;
    const name = `${this.byId(id)?.name ?? id} (${variantOf(format, precision)})${ending}`;
    const saved = await saveAs({ name }, async (target) => {
      const { job } = await client.request('models.export', {
        id,
        format,
        target,
        precision,
        language: language.current,
      });
      return jobs.end<MadeFile>(job);
    });
    return saved !== undefined;
  }

  /** The formats that a model can leave in, each as often as its weights can be written, with how many bytes it takes. */
  exports(card: ModelCard): readonly LeavingForm[] {
    const hasRun = runs.byId(card.run) !== undefined;
    return formatsFor(card, hasRun).flatMap((format) => {
      const { precisions = [undefined], bytes } = formatFacts(format);
      const name = t(`exportLabel.${format}`);
      return precisions.map((precision) => ({
        label: precision ? t('shelf.exportPrecision', { format: name, precision }) : name,
        format,
        precision,
        bytes: bytes(card, precision),
      }));
    });
  }

  /** The most frequent symbols of a model on a plane. */
  map(id: string, symbols: number): Promise<WordMap> {
    return client.request('models.map', { id, symbols });
  }

  /** The symbols that a model uses most like a word. */
  neighbours(id: string, word: string, limit: number): Promise<Neighbours> {
    return client.request('models.neighbours', { id, word, limit });
  }

  async rename(id: string, name: string): Promise<void> {
    await client.request('models.rename', { id, name });
  }

  /** Keeps a note and tags with a model, in place of those before. */
  async remark(id: string, remarks: Remarks): Promise<void> {
    this.put(await client.request('models.remark', { id, ...remarks }));
  }

  /** Deletes at once and offers to undo it. */
  delete(id: string): Promise<void> {
    return deleteWithUndo('models', id, this.byId(id)?.name ?? id);
  }
}

export const models = new Models();
