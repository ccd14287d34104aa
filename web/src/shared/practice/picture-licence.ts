import type { PictureLicence } from '@alianza/contracts/repository/files/record-files';
import type { Text } from '@alianza/texts/text';

const terms: Readonly<Record<PictureLicence, string | null>> = {
  'CC-BY-4.0': 'https://creativecommons.org/licenses/by/4.0/',
  'CC-BY-SA-4.0': 'https://creativecommons.org/licenses/by-sa/4.0/',
  'CC-BY-NC-4.0': 'https://creativecommons.org/licenses/by-nc/4.0/',
  'CC-BY-NC-SA-4.0': 'https://creativecommons.org/licenses/by-nc-sa/4.0/',
  'CC0-1.0': 'https://creativecommons.org/publicdomain/zero/1.0/',
  'with-permission': null,
};

/** As people write it: `CC-BY-SA-4.0` is the code of CC BY-SA 4.0. */
export const pictureLicenceName = (text: Text, licence: PictureLicence): string =>
  licence === 'with-permission'
    ? text('files.withPermission')
    : licence.replace(/^CC-([A-Z-]+)-(\d\.\d)$/, 'CC $1 $2').replace('CC0-', 'CC0 ');

/** Where its terms can be read; null of what was allowed to this platform alone. */
export const pictureLicenceAddress = (licence: PictureLicence): string | null => terms[licence];
