import { OaiError } from './oai-error.js';

/** Both granularities of the protocol, as they are written. */
const day = /^\d{4}-\d{2}-\d{2}$/;
const second = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/;
const dayInSeconds = 86_400;

/** From an instant on, up to another that is left out: `until` includes the whole day or second that it names. */
export interface Span {
  readonly from?: string;
  readonly before?: string;
}

function read(name: string, text: string): { at: Date; granule: number } {
  const granule = day.test(text) ? dayInSeconds : 1;
  const at = new Date(text);
  const exists = !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text.replace('Z', '')) && !text.startsWith('0000');
  if (!exists || (granule === 1 && !second.test(text)))
    throw new OaiError('badArgument', `${name} is no date: write YYYY-MM-DD or YYYY-MM-DDThh:mm:ssZ`);
  return { at, granule };
}

export function spanOf(from: string | undefined, until: string | undefined): Span {
  const first = from === undefined ? null : read('from', from);
  const last = until === undefined ? null : read('until', until);
  if (first && last && first.granule !== last.granule) throw new OaiError('badArgument', 'from and until differ in granularity');
  if (first && last && first.at > last.at) throw new OaiError('badArgument', 'from is later than until');
  return {
    ...(first && { from: first.at.toISOString() }),
    ...(last && { before: new Date(last.at.getTime() + last.granule * 1000).toISOString() }),
  };
}

/** To whole seconds, rounded down. */
export const inSeconds = (instant: string): string => `${instant.slice(0, 19)}Z`;
