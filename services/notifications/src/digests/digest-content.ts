import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { Reader } from '@alianza/platform/data/localized';
import { textIn } from '@alianza/texts/server';
import { pageAddress, type Place } from '../mails/address.js';
import type { Mail } from '../mails/mail.entity.js';
import { Notice } from '../notices/notice.entity.js';
import { paramsFor } from '../notices/params.js';
import { mostInDigest, type DigestParts } from './digest-letter.js';

type Content = Pick<DigestParts, 'items' | 'total'>;

/** What a summary tells of: what was read in the portal meanwhile is left out. Null where all of it was. */
export async function digestContent(
  em: SqlEntityManager,
  { id: digestId, networkId }: Pick<Mail, 'id' | 'networkId'>,
  { place, fallback }: { place: Place; fallback: Reader['fallback'] },
): Promise<Content | null> {
  const [notices, total] = await em.findAndCount(
    Notice,
    { networkId, digestId, readAt: null },
    { orderBy: { at: 'desc', id: 'desc' }, limit: mostInDigest },
  );
  if (total === 0) return null;
  const text = textIn(place.lang);
  const items = notices.map(({ rule, params, path }) => {
    const filled = paramsFor(params, { lang: place.lang, fallback });
    const [title, said] = [text(`notices.${rule}.title`, filled), text(`notices.${rule}.text`, filled)];
    return { title, text: said, url: pageAddress(place, path ?? '/miembro/avisos') };
  });
  return { items, total };
}
