/** One line of a table: its name begins with the rule that it shows; what is done; what must come of it. */
export type Row = [name: string, run: () => unknown, then: unknown];
