export { inMemory } from './in-memory.ts';
export { joinTexts } from './join-texts.ts';
export { isPrepared, readPrepared, type KeptText, type PreparedCorpus } from './read-prepared.ts';
