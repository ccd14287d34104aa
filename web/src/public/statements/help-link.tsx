import { useText } from '../../shared/texts/use-text.js';
import type { NetworkVisit } from '../visit.js';

/** Where each question is answered. */
const anchors = { search: 'buscar', evidence: 'leer', repeat: 'repetir', cite: 'citar' } as const;

/** Beside what raises a question: the part of the help that answers it. */
export function HelpLink({ about, visit }: { about: keyof typeof anchors; visit: Pick<NetworkVisit, 'addressOf'> }) {
  const text = useText();
  return <a href={`${visit.addressOf('ayuda')}#${anchors[about]}`}>{text(`help.about.${about}`)}</a>;
}
