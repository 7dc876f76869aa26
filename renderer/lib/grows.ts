import type { Attachment } from 'svelte/attachments';

/** Lets a field for text be as high as what stands in it, where the browser does not do so itself. */
export const grows: Attachment<HTMLTextAreaElement> = (field) => {
  if (globalThis.CSS?.supports?.('field-sizing', 'content')) return;
  const fit = (): void => {
    field.style.height = 'auto';
    const edges = field.offsetHeight - field.clientHeight;
    field.style.height = `${field.scrollHeight + edges}px`;
  };
  // the first look comes once it stands in the page, with its text; later ones as its lines get another length
  let width = -1;
  const watch = new ResizeObserver(() => {
    if (field.offsetWidth === width) return;
    width = field.offsetWidth;
    fit();
  });
  watch.observe(field);
  field.addEventListener('input', fit);
  return () => {
    watch.disconnect();
    field.removeEventListener('input', fit);
  };
};
