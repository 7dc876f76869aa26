import { counts } from './counts.ts';
import { errors } from './errors/index.ts';
import { common } from './page/common.ts';
import { term, termHelp } from './page/glossary.ts';
import { story } from './page/story.ts';
import { storyteller as own } from './page/storyteller.ts';
import { told } from './told.ts';

/** What of the page's texts goes along with the page that a model leaves as. */
export const storyteller = { texts: { common, counts, story, storyteller: own, term, termHelp, told }, errors };
