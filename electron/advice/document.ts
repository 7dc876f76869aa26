import { CHAT_PROGRAMS, type DocumentFound } from '../contract/document.ts';
import { message, type Message } from '../contract/message.ts';

/** What a file was found to be, with its figures; undefined for plain text. */
export function documentSentence(found: DocumentFound): Message | undefined {
  switch (found.kind) {
    case 'text':
      return undefined;
    case 'epub':
      return message('documentFound.epub', { what: message('documents.epub'), chapters: found.chapters });
    case 'subtitles':
      return message('documentFound.subtitles', { what: message('documents.subtitles'), cues: found.cues });
    case 'pdf': {
      const { pages, without, heads } = found;
      const what = message('documents.pdf');
      if (without > 0 && heads > 0) return message('documentFound.pdfWithoutHeads', { what, pages, without, heads });
      if (heads > 0) return message('documentFound.pdfHeads', { what, pages, heads });
      return without > 0
        ? message('documentFound.pdfWithout', { what, pages, without })
        : message('documentFound.pdf', { what, pages });
    }
    case 'chat': {
      const { conversations, messages, people, leftOut } = found;
      const figures = { program: CHAT_PROGRAMS[found.program], messages, people };
      if (conversations > 1)
        return leftOut > 0
          ? message('documentFound.chatsWithout', { ...figures, conversations, leftOut })
          : message('documentFound.chats', { ...figures, conversations });
      return leftOut > 0
        ? message('documentFound.chatWithout', { ...figures, leftOut })
        : message('documentFound.chat', figures);
    }
    case 'mail':
      return found.mails > 1 ? message('documentFound.mailbox', { mails: found.mails }) : message('documents.mail');
    case 'table': {
      const { format, rows, cells, different, columns, column, without = 0 } = found;
      const kind = message(`documents.${format}`);
      const what = without > 0 ? message('documentFound.workbookWithout', { what: kind, without }) : kind;
      const name = columns[column]?.name ?? '';
      const table =
        different === null || different === cells
          ? message('documentFound.table', { what, rows, column: name, cells })
          : message('documentFound.tableOften', { what, rows, column: name, cells, different });
      const likelier = columns.reduce(
        (best, each) => (each.likelihood > best.likelihood ? each : best),
        columns[column],
      );
      return likelier?.name === name ? table : message('documentFound.tableUnsure', { table, column: likelier.name });
    }
    default:
      return message(`documents.${found.kind}`);
  }
}
