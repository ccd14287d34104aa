import { dueQueue, type DueSource } from '../../../shared/queue/due-source.js';
import { useAddress } from '../../../shared/session/place.js';
import { useRead } from '../../../shared/session/queries.js';
import { useMayAct, useSession } from '../../../shared/session/session.js';
import { useText } from '../../../shared/texts/use-text.js';

/** Queues in which somebody outside waits for an answer: of the organisation acted for, and of the secretariat. */
export function useDueInquiries(): DueSource[] {
  const text = useText();
  const may = useMayAct();
  const address = useAddress();
  const { acting } = useSession();
  const ofUs = useRead('repository.inquiries.list', { limit: 1 }, { enabled: acting !== null && may('inquiries:answer') });
  const ofAll = useRead('repository.inquiries.list', { of: 'secretariat', limit: 1 }, { enabled: may('applications:decide') });
  const due = (list: typeof ofUs, page: string) =>
    dueQueue(text('member.due.unread.inquiries'), list, ({ practice: { title }, openedAt }, count) => {
      const words = { title: text('inquiries.due.title', { count }), why: text('inquiries.due.why', { count, title }) };
      return { ...words, to: address(page), press: text('inquiries.due.press'), since: openedAt };
    });
  return [due(ofUs, 'miembro/consultas'), due(ofAll, 'secretaria/consultas')];
}
