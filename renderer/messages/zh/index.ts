import { common } from './common.ts';
import { errors } from './errors.ts';
import { frame } from './frame.ts';
import { library } from './library.ts';
import { machine } from './machine.ts';
import { shelf } from './shelf.ts';
import { story } from './story.ts';
import { workshop } from './workshop.ts';

export const zh = { common, errors, frame, library, machine, shelf, story, workshop };
