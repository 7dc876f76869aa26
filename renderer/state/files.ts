import { TEXT_EXTENSIONS } from '../../electron/contract/document.ts';
import type { GrantedFile } from '../../electron/contract/wire.ts';
import type { Corpus } from '../../electron/contract/corpus.ts';
import { client } from '../lib/client.ts';
import { imports } from './imports.svelte.ts';
import { machine } from './machine.svelte.ts';
import { models } from './models.svelte.ts';

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

/** Asks for a model's folder or archive and puts it on the Shelf. */
export async function addModel(): Promise<string | undefined> {
  let file: GrantedFile | undefined;
  if (machine.host?.kind === 'electron') [file] = (await client.request('host.chooseModel', {})).files;
  else {
    const [chosen] = await choose('.zip,.aesop', false);
    if (chosen) file = await client.grant(chosen);
  }
  return file && (await models.import(file)).id;
}
