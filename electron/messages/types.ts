/** A number that is shown in a language's own way: a share of 1, three telling digits, or one digit after the point. */
export interface Amount {
  readonly amount: number;
  readonly as: 'percent' | 'share' | 'figure' | 'rounded' | 'tenths';
}

/** What stands in for a placeholder. */
export type MessageValue = string | number | Amount | Message;
export type MessageValues = Readonly<Record<string, MessageValue>>;

/** A sentence, or a part of one, that is said in whichever language is spoken where it is shown. */
export interface Message {
  /** `table.name` */
  readonly message: string;
  readonly values: MessageValues;
}

/** Texts of one language by table and name. */
export type Texts = Readonly<Record<string, Readonly<Record<string, string>>>>;
/** Message and hint of every error. */
export type ErrorTexts = Readonly<Record<string, readonly [message: string, hint: string]>>;

/** Everything that one place says in one language: the page, the terminal or the desktop. */
export interface Tables<T extends Texts = Texts, E extends ErrorTexts = ErrorTexts> {
  readonly texts: T;
  readonly errors: E;
}

/** `table.name` */
export type KeyOf<T extends Texts> = { [Table in keyof T & string]: `${Table}.${keyof T[Table] & string}` }[keyof T &
  string];
type TextOf<T extends Texts, Key extends string> = Key extends `${infer Table}.${infer Name}` ? T[Table][Name] : never;

/** Names in braces of a text: `{count}`, and `{count:symbol|symbols}`, which follows the number. */
type Placeholder<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? (Name extends `${infer Count}:${string}` ? Count : Name) | Placeholder<Rest>
  : never;

/** The values that a text asks for. */
export type ValuesOf<Text extends string> = { readonly [Name in Placeholder<Text>]: MessageValue };

/** The values of a message, to be left out where it has none. */
export type ArgumentsOf<T extends Texts, Key extends string> = [Placeholder<TextOf<T, Key>>] extends [never]
  ? []
  : [values: ValuesOf<TextOf<T, Key>>];

/** A translation of one table: every name of its source and no other. */
export type Translated<Source extends Readonly<Record<string, string>>> = { readonly [Name in keyof Source]: string };
export type TranslatedErrors<Source extends ErrorTexts> = {
  readonly [Code in keyof Source]: readonly [message: string, hint: string];
};

/** A translation of all that a place says. */
export interface TranslatedTables<T extends Tables> {
  readonly texts: { readonly [Table in keyof T['texts']]: Translated<T['texts'][Table]> };
  readonly errors: TranslatedErrors<T['errors']>;
}

/** A language's word for a term of the field. */
export interface Term {
  readonly word: string;
  /** words for the term's other senses */
  readonly or?: readonly string[];
  /** not in every text: the English word has more senses than a list can tell, or the language leaves it out */
  readonly sometimes?: true;
  /** words that somebody else may use for it */
  readonly never?: readonly string[];
  /** terms it is easily taken for: their words are not said where only this one stands */
  readonly notAs?: readonly string[];
}
/** English term, as its texts write it → the word for it; one with a capital is a name. */
export type Terms = Readonly<Record<string, Term>>;
