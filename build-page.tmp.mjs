import { setUp } from './build/setup/index.mjs';
await setUp(['storyteller'], {again:true});
