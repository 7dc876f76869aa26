/// <reference types="vite/client" />

/** Adobe's tables of Chinese, Japanese and Korean characters, which PDFs name and do not hold. */
const MAPS = import.meta.glob<string>('/node_modules/pdfjs-dist/cmaps/*.bcmap', {
  query: '?inline',
  import: 'default',
  eager: true,
});

/** @throws Error where there is no table of that name */
export function characterMap(name: string): Uint8Array<ArrayBuffer> {
  const url = MAPS[`/node_modules/pdfjs-dist/cmaps/${name}.bcmap`];
  if (!url) throw new Error(`no character map ${name}`);
  return new Uint8Array(Buffer.from(url.slice(url.indexOf(',') + 1), 'base64'));
}
