import { useText } from '../../texts/use-text.js';
import { useFilter } from '../open-row.js';

const parts = ['me', 'nobody'] as const;

/** Whose part of a queue is shown, kept in the address: all of it, what one has oneself, or what nobody has. */
export function useWhose() {
  const text = useText();
  const [chosen, choose] = useFilter('asignadas', '');
  const assigned = parts.find((one) => one === chosen);
  const select = {
    id: 'whose',
    label: text('secretariat.task.column'),
    value: assigned ?? '',
    options: [['', text('secretariat.task.all')] as const, ...parts.map((one) => [one, text(`secretariat.task.show.${one}`)] as const)],
    onChoose: choose,
  };
  return { assigned, select };
}
