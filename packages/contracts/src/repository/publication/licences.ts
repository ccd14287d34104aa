// Plain values, without schemas: the portal's public pages load them.

/** What a record may be published under, by SPDX id. */
export const recordLicences = ['CC-BY-4.0', 'CC-BY-SA-4.0', 'CC-BY-NC-4.0', 'CC0-1.0'] as const;
export type RecordLicence = (typeof recordLicences)[number];

/** What a record is under that names none. */
export const usualLicence: RecordLicence = 'CC-BY-4.0';

/** Of records, and of the pictures and files in them. */
const addresses: Readonly<Record<RecordLicence | 'CC-BY-NC-SA-4.0', string>> = {
  'CC-BY-4.0': 'https://creativecommons.org/licenses/by/4.0/',
  'CC-BY-SA-4.0': 'https://creativecommons.org/licenses/by-sa/4.0/',
  'CC-BY-NC-4.0': 'https://creativecommons.org/licenses/by-nc/4.0/',
  'CC-BY-NC-SA-4.0': 'https://creativecommons.org/licenses/by-nc-sa/4.0/',
  'CC0-1.0': 'https://creativecommons.org/publicdomain/zero/1.0/',
};

/** Where what it allows can be read, of one that we know. */
export const licenceAddress = (licence: string): string | null => (addresses as Readonly<Record<string, string>>)[licence] ?? null;

/** As people write it: `CC-BY-SA-4.0` is the code of CC BY-SA 4.0. */
export const licenceName = (licence: string): string => licence.replace(/^CC-([A-Z-]+)-(\d\.\d)$/, 'CC $1 $2').replace(/^CC0-/, 'CC0 ');
