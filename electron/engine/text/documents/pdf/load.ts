type Pdfjs = typeof import('pdfjs-dist');

let loaded: Promise<Pdfjs> | undefined;

async function load(): Promise<Pdfjs> {
  // pdf.js prepares for drawing as it loads. Nothing is drawn here, so names are enough, and what it misses is no news.
  const scope = globalThis as Record<string, unknown>;
  for (const name of ['DOMMatrix', 'ImageData', 'Path2D']) scope[name] ??= class {};
  const log = globalThis.console as { warn: unknown };
  const { warn } = log;
  log.warn = () => undefined;
  try {
    const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs');
    // its worker runs here: this process is a worker already
    scope.pdfjsWorker = await import('pdfjs-dist/legacy/build/pdf.worker.mjs' as string as 'pdfjs-dist');
    return pdfjs;
  } finally {
    log.warn = warn;
  }
}

/** The library that reads PDFs, 3 MB of script: loaded where the first one comes. */
export function loadPdfjs(): Promise<Pdfjs> {
  return (loaded ??= load());
}
