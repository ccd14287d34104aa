import { useNavigate } from 'react-router';
import { useAddress } from '../../../shared/session/place.js';

/** Pages that the workspace makes; the others are documents of their own. */
const here = ['miembro', 'secretaria', 'buscar'];
const follows = ['', '/', '?', '#'];
export const isHere = (place: string): boolean =>
  here.some((page) => follows.some((mark) => (mark === '' ? place === page : place.startsWith(page + mark))));

/** Goes to a page below network and language. */
export function useOpenPlace() {
  const go = useNavigate();
  const address = useAddress();
  return (place: string) => (isHere(place) ? void go(address(place)) : location.assign(address(place)));
}
