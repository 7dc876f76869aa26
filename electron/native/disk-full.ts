import { message } from '../contract/message.ts';
import { EngineFailure } from './failure.mjs';

export const diskFull = () =>
  new EngineFailure(message('shortfalls.diskFull'), message('remedies.freeSpaceAndSetUp'), true);
