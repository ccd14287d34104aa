/** Addresses of the terms of licences that records may carry, by their code without case or separators. */
const terms: Readonly<Record<string, string>> = { ccby40: 'https://creativecommons.org/licenses/by/4.0/' };

/** As people write it: `CC-BY-SA-4.0` is the code of CC BY-SA 4.0. */
export const licenceName = (licence: string): string => licence.replace(/^CC-([A-Z-]+)-(\d\.\d)$/, 'CC $1 $2');

/** Where a licence's terms can be read, if it is one we know. */
export const licenceAddress = (licence: string): string | null => terms[licence.toLowerCase().replace(/[^a-z0-9]/g, '')] ?? null;
