import { errors } from '../errors/index.ts';
import { shared } from '../shared.ts';
import type { PageTables } from '../../en/page/index.ts';
import type { TranslatedTables } from '../../types.ts';
import { article } from './article.ts';
import { booklet } from './booklet.ts';
import { common } from './common.ts';
import { frame } from './frame.ts';
import { term, termHelp } from './glossary.ts';
import { lesson } from './lesson.ts';
import { library } from './library.ts';
import { machine } from './machine.ts';
import { shelf } from './shelf.ts';
import { story } from './story.ts';
import { storyteller } from './storyteller.ts';
import { workshop } from './workshop.ts';

export const page = {
  texts: {
    ...shared,
    article,
    booklet,
    common,
    frame,
    lesson,
    library,
    machine,
    shelf,
    story,
    storyteller,
    term,
    termHelp,
    workshop,
  },
  errors,
} satisfies TranslatedTables<PageTables>;
