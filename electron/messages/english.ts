import { errors } from './en/errors/index.ts';
import { shared } from './en/shared.ts';
import { Translator } from './translator.ts';

/** What logs and programs are told. A page must not import it: it loads the language in use alone. */
export const english = new Translator<{ texts: typeof shared; errors: typeof errors }>('en', { texts: shared, errors });
