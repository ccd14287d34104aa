import type { PictureLicence } from '@alianza/contracts/repository/files/record-files';
import { licenceAddress, licenceName } from '@alianza/contracts/repository/publication/licences';
import type { Text } from '@alianza/texts/text';

export const pictureLicenceName = (text: Text, licence: PictureLicence): string =>
  licence === 'with-permission' ? text('files.withPermission') : licenceName(licence);

/** Where its terms can be read; null of what was allowed to this platform alone. */
export const pictureLicenceAddress = (licence: PictureLicence): string | null => licenceAddress(licence);
