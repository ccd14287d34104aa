/** Addresses of the terms of licences that records may carry, by their code without case or separators. */
const terms: Readonly<Record<string, string>> = { ccby40: 'https://creativecommons.org/licenses/by/4.0/' };

/** Where a licence's terms can be read, if it is one we know. */
export const licenceAddress = (licence: string): string | null => terms[licence.toLowerCase().replace(/[^a-z0-9]/g, '')] ?? null;
