import { stripVTControlCharacters } from 'node:util';
import { Help, type Command } from 'commander';
import type { TerminalTranslator } from '../messages/terminal.ts';
import { textWidth } from './output/text-width.ts';

/** Titles that commander sets by itself; those of our own come translated. */
const TITLES = new Map<string, `help.${'usage' | 'arguments' | 'options' | 'commands'}`>([
  ['Usage:', 'help.usage'],
  ['Arguments:', 'help.arguments'],
  ['Options:', 'help.options'],
  ['Commands:', 'help.commands'],
]);

/** Where a line may end without a space: beside a Chinese character or sign, but not between a word and its own signs. */
const [OPENING, CLOSING] = ['（《「『【〈“‘(', '）》」』】〉，。、；：！？”’)'];
const WIDE = '\\p{Script=Han}\\u3000-\\u303f\\uff00-\\uffef';
const BREAKABLE = new RegExp(
  `(?<=(?![${OPENING}])[${WIDE}])(?=[^\\s${CLOSING}])|(?<=[^\\s${OPENING}])(?=(?![${CLOSING}])[${WIDE}])`,
  'gu',
);
const count = (text: string, sought: RegExp) => text.match(sought)?.length ?? 0;
/** A text that sets spaces is broken at these alone, also where it names something Chinese. */
const setsSpaces = (text: string) => count(text, /\s/g) > count(text, /\p{Script=Han}/gu);

/** White space for commander, which takes no column of a terminal and stands in no text of ours. */
const UNSEEN_SPACE = '\ufeff';

/** The help in the language that is spoken, also where that has wide characters and no spaces. */
export class SpokenHelp extends Help {
  readonly #translator: TerminalTranslator;

  constructor(translator: TerminalTranslator) {
    super();
    this.#translator = translator;
  }

  #spoken(usage: string): string {
    return usage
      .replace('[options]', this.#translator.text('help.someOptions'))
      .replace('[command]', this.#translator.text('help.someCommand'));
  }

  override commandUsage(command: Command): string {
    return this.#spoken(super.commandUsage(command));
  }

  override subcommandTerm(command: Command): string {
    return this.#spoken(super.subcommandTerm(command));
  }

  /** Titles stand out on a terminal; commander strips the styles where there are no colours. */
  override styleTitle(title: string): string {
    const key = TITLES.get(title);
    return `\x1b[1m${key === undefined ? title : this.#translator.text(key)}\x1b[22m`;
  }

  /** A wide colon brings its own space. */
  override formatHelp(command: Command, helper: Help): string {
    return super.formatHelp(command, helper).replace(/^([^\s：]*：\S*) /, '$1');
  }

  override displayWidth(text: string): number {
    return textWidth(stripVTControlCharacters(text));
  }

  override boxWrap(text: string, width: number): string {
    if (setsSpaces(text)) return super.boxWrap(text, width);
    return super.boxWrap(text.replace(BREAKABLE, UNSEEN_SPACE), width).replaceAll(UNSEEN_SPACE, '');
  }
}
