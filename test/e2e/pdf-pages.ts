import { loadPdfjs } from '../../electron/engine/text/documents/pdf/load.ts';

/** What stands on each page of a PDF, a blank between two runs of text. */
export async function pdfPages(data: Uint8Array): Promise<string[]> {
  const { getDocument } = await loadPdfjs();
  const loading = getDocument({ data });
  const document = await loading.promise;
  const pages: string[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const { items } = await (await document.getPage(number)).getTextContent();
    const runs = items.map((item) => ('str' in item ? item.str : ''));
    pages.push(runs.join(' ').replace(/\s+/g, ' ').trim());
  }
  await loading.destroy();
  return pages;
}
