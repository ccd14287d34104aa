export const memberImportsQueue = 'member-imports';
export const memberImportsPurgeQueue = 'member-imports-purge';
