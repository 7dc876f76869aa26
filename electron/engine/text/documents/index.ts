export { type DocumentText } from './document.ts';
export { openDocument } from './open-document.ts';
export { recognise } from './recognition/recognise.ts';
export { openSource, type OpenOptions } from './source.ts';
