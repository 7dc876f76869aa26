import type { Attachment } from 'svelte/attachments';

/** Lets a field for text be as high as what stands in it, where the browser does not do so itself. */
export const grows: Attachment<HTMLTextAreaElement> = (field) => {
  if (globalThis.CSS?.supports?.('field-sizing', 'content')) return;
  const fit = (): void => {
    field.style.height = 'auto';
    field.style.height = `${field.scrollHeight}px`;
  };
  fit();
  field.addEventListener('input', fit);
  return () => field.removeEventListener('input', fit);
};
