import { CHAT_PROGRAMS, omittedKinds, omittedOf, type DocumentFound, type Omitted } from '../contract/document.ts';
import { message, type Message } from '../contract/message.ts';

/** What was left out of a file, and how much of each; undefined where that is nothing. */
export function omittedSentence(omitted: Omitted = {}): Message | undefined {
  const counted = omittedKinds.flatMap((kind) => {
    const { [kind]: count = 0 } = omitted;
    return count > 0 ? [message(`omitted.${kind}`, { count })] : [];
  });
  if (counted.length === 0) return undefined;
  return message('documentFound.omitted', {
    list: counted.reduceRight((rest, first) => message('documentFound.listed', { first, rest })),
  });
}

/** What a file was found to be, with its figures and what was left out of it; undefined for plain text. */
export function documentSentence(document: DocumentFound): Message | undefined {
  const what = kindSentence(document);
  const omitted = omittedSentence(omittedOf(document));
  return what && omitted ? message('documentFound.without', { what, omitted }) : what;
}

function kindSentence(found: DocumentFound): Message | undefined {
  switch (found.kind) {
    case 'text':
      return undefined;
    case 'epub':
      return message('documentFound.epub', { what: message('documents.epub'), chapters: found.chapters });
    case 'subtitles':
      return message('documentFound.subtitles', { what: message('documents.subtitles'), cues: found.cues });
    case 'pdf': {
      const { pages, without } = found;
      const what = message('documents.pdf');
      return without > 0
        ? message('documentFound.pdfWithout', { what, pages, without })
        : message('documentFound.pdf', { what, pages });
    }
    case 'chat': {
      const { conversations, messages, people } = found;
      const figures = { program: CHAT_PROGRAMS[found.program], messages, people };
      return conversations > 1
        ? message('documentFound.chats', { ...figures, conversations })
        : message('documentFound.chat', figures);
    }
    case 'mail':
      return found.mails > 1 ? message('documentFound.mailbox', { mails: found.mails }) : message('documents.mail');
    case 'table': {
      const { format, rows, cells, different, columns, column } = found;
      const what = message(`documents.${format}`);
      // one that was asked for may stand behind those that are listed
      const chosen = columns.at(column);
      const name = chosen?.name ?? `${column + 1}`;
      const table =
        different === null || different === cells
          ? message('documentFound.table', { what, rows, column: name, cells })
          : message('documentFound.tableOften', { what, rows, column: name, cells, different });
      if (!chosen) return table;
      const likelier = columns.reduce((best, each) => (each.likelihood > best.likelihood ? each : best), chosen);
      return likelier.name === name ? table : message('documentFound.tableUnsure', { table, column: likelier.name });
    }
    default:
      return message(`documents.${found.kind}`);
  }
}
