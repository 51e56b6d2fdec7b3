// A name may be written from right to left. Isolated, it never turns the sentence that it stands in.

/** A name for an attribute, where markup is impossible; in markup it stands in a `<bdi>`. */
export const isolate = (name: string): string => `\u2068${name}\u2069`;
