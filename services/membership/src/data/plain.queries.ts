/** Blocks of marks that stand on a letter once it is taken apart. */
const marks = String.raw`[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]`;

/** As `plain` of a name does it, for what has no column of its own to be searched by: compared one by one within the network. */
export const plainly = (text: string): string => `lower(regexp_replace(normalize(${text}, NFD), '${marks}', '', 'g'))`;
