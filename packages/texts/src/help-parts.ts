/** Parts of the help page: their keys among the texts, and what an address calls them. */
export const helpParts = [
  { name: 'about', anchor: 'para-que' },
  { name: 'search', anchor: 'buscar' },
  { name: 'read', anchor: 'leer' },
  { name: 'propose', anchor: 'proponer' },
  { name: 'review', anchor: 'revision' },
  { name: 'cite', anchor: 'citar' },
  { name: 'repeat', anchor: 'repetir' },
  { name: 'represent', anchor: 'representar' },
  { name: 'organization', anchor: 'organizacion' },
  { name: 'write', anchor: 'escribir' },
] as const;
