/** What a program writes of a conversation with all that is in one: what it is, the export, what was said. */
export type Exported = readonly [program: string, text: string, said: string];
