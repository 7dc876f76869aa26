import { TEXT_EXTENSIONS } from '../../electron/contract/document.ts';
import { MODEL_EXTENSIONS, VOCABULARY_EXTENSIONS } from '../../electron/contract/foreign-formats.ts';
import type { GrantedFile } from '../../electron/contract/wire.ts';
import type { Corpus } from '../../electron/contract/corpus.ts';
import { client } from '../lib/client.ts';
import { arrivals } from './arrivals.svelte.ts';
import { imports } from './imports.svelte.ts';
import { machine } from './machine.svelte.ts';

/** Files of the page's own dialog; none where the person closed it. */
function choose(accept: string, multiple: boolean): Promise<File[]> {
  return new Promise((resolve) => {
    const input = Object.assign(document.createElement('input'), { type: 'file', accept, multiple });
    input.onchange = () => resolve([...(input.files ?? [])]);
    input.oncancel = () => resolve([]);
    input.click();
  });
}

const chooseInPage = () => choose(['text/*', ...TEXT_EXTENSIONS.map((extension) => `.${extension}`)].join(), true);

/** Asks for texts, by the native dialog where there is one. */
export async function chooseTexts(): Promise<readonly GrantedFile[]> {
  if (machine.host?.kind === 'electron') return (await client.request('host.chooseTexts', {})).files;
  return Promise.all((await chooseInPage()).map((file) => client.grant(file)));
}

/** Asks for texts, by the native dialog where there is one, and reads them into the Library. */
export async function addTexts(): Promise<Corpus[]> {
  if (machine.host?.kind === 'electron') {
    const { files } = await client.request('host.chooseTexts', {});
    return imports.addGranted(files);
  }
  return imports.addFiles(await chooseInPage());
}

const endings = (extensions: readonly string[]) => extensions.map((extension) => `.${extension}`).join();

/** One file, by the native dialog where there is one. */
async function chooseOne(native: 'host.chooseModel' | 'host.chooseTexts', accept: string) {
  if (machine.host?.kind === 'electron') return (await client.request(native, {})).files.at(0);
  const [chosen] = await choose(accept, false);
  return chosen && client.grant(chosen);
}

/** Asks for a model's folder, archive or file and puts it on the Shelf. */
export async function addModel(): Promise<void> {
  const file = await chooseOne('host.chooseModel', endings(MODEL_EXTENSIONS));
  if (file) await arrivals.add([file]);
}

/** Asks for the weights of a model, and what else lies beside the file that describes it. */
export async function chooseWeights(): Promise<readonly GrantedFile[]> {
  if (machine.host?.kind === 'electron') return (await client.request('host.chooseTexts', {})).files;
  const files = await choose(`.bin,${endings(VOCABULARY_EXTENSIONS)}`, true);
  return Promise.all(files.map((file) => client.grant(file)));
}

/** Asks for the vocabulary of a model that came without one. */
export const chooseVocabulary = (): Promise<GrantedFile | undefined> =>
  chooseOne('host.chooseTexts', `text/*,${endings(VOCABULARY_EXTENSIONS)}`);
