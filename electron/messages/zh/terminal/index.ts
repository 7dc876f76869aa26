import type { TerminalTables } from '../../en/terminal/index.ts';
import type { TranslatedTables } from '../../types.ts';
import { errors } from '../errors/index.ts';
import { shared } from '../shared.ts';
import { asking, common, facts, measures, progress } from './common.ts';
import { everywhere, flags, groups, sampling, values } from './flags.ts';
import { help, names } from './help.ts';
import { columns, modelFacts, textFacts } from './inspection.ts';
import { doctor, serve, server } from './machine.ts';
import { ending, plan, report } from './training.ts';
import { given, verbs } from './verbs.ts';
import { pieces, status, workspace } from './workspace.ts';

export const terminal = {
  texts: {
    ...shared,
    ...{ asking, common, facts, measures, progress },
    ...{ everywhere, flags, groups, help, names, sampling, values, verbs, given },
    ...{ plan, report, ending },
    ...{ columns, modelFacts, textFacts, pieces, status, workspace },
    ...{ doctor, serve, server },
  },
  errors,
} satisfies TranslatedTables<TerminalTables>;
