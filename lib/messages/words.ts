/**
 * The shape of an area's words in another language: the same keys, each leaf a string.
 * Dutch is written first and is the measure; a key that another language lacks, or has too many,
 * does not compile.
 */
export type Words<T> = { readonly [K in keyof T]: T[K] extends string ? string : Words<T[K]> };
