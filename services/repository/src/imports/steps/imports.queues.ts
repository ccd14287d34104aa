export const importsQueue = 'imports';
export const importsPurgeQueue = 'imports-purge';
