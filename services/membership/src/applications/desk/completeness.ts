import type { Application as ApplicationView, CompletenessItem } from '@alianza/contracts/membership/applications';
import { completenessItems } from '@alianza/contracts/membership/applications';
import type { Application } from '../application.entity.js';
import { domainOfAddress, domainOfSite, isOfThatGovernment, isWithin } from './web-domains.js';

type Judged = Pick<Application, 'letterFileId' | 'website' | 'email' | 'work' | 'motivation' | 'status'>;

/** Characters below which an answer says too little to decide by. */
const enough = { work: 200, motivation: 100 };

/** The address that confirmed it is of the site that it names: whoever wrote it speaks for that organisation. */
function hasOwnAddress({ website, email }: Judged): boolean | null {
  const [site, address] = [domainOfSite(website), domainOfAddress(email)];
  if (site !== null && address !== null && isWithin(address, site)) return true;
  return isOfThatGovernment(website, email) ? null : false;
}

const met: Readonly<Record<CompletenessItem, (application: Judged) => boolean | null>> = {
  'letter-file': ({ letterFileId }) => Boolean(letterFileId),
  website: ({ website }) => Boolean(website),
  'own-address': hasOwnAddress,
  work: ({ work }) => work.length >= enough.work,
  motivation: ({ motivation }) => motivation.length >= enough.motivation,
  answered: ({ status }) => status !== 'clarification-asked',
};

/** What whoever decides would look for, each said to be there or not; null where that cannot be told. */
export const completenessOf = (application: Judged): ApplicationView['completeness'] =>
  completenessItems.map((item) => ({ item, met: met[item](application) }));
