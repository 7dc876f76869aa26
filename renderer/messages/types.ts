/** Names in braces of a text: `{count}`, and `{count:symbol|symbols}`, which follows the number. */
type Placeholder<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? (Name extends `${infer Count}:${string}` ? Count : Name) | Placeholder<Rest>
  : never;

export type MessageValue = string | number;

/** The values that a text asks for. */
export type ValuesOf<Text extends string> = { [Name in Placeholder<Text>]: MessageValue };

/** A translation: every key of its source and no other. */
export type Translated<Source extends Readonly<Record<string, string>>> = { readonly [Key in keyof Source]: string };
