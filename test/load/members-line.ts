import { countries } from './stage/texts.js';
import { fillMembers } from './stage/members.js';
import { get, subject, type Line } from './lines.js';
import type { Stage } from './stage/stage.js';

export const membersLine = 'members-table';
const members = 5000;

/** Every way in which the secretariat narrows and sorts its table, and the page that it opens with, which brings the countries. */
const asked = [
  '',
  ...['q=cuidados', 'q=fundacion%2049', 'status=suspended', 'category=full', 'sector=civil-society', 'region=latin-america-caribbean'],
  ...countries.slice(0, 4).map((country) => `country=${country}`),
  ...['missing', 'alternate', 'expired', 'expiring', 'valid'].map((letter) => `letter=${letter}`),
  ...['present', 'invited', 'expired', 'missing'].map((titular) => `titular=${titular}`),
  ...['name', 'country', 'since', 'letter'].flatMap((sort) => ['asc', 'desc'].map((order) => `sort=${sort}&order=${order}`)),
  'q=cuidados&sector=civil-society&letter=valid&sort=letter&order=desc',
];

/** The same members as they find each other, with how many each filter would find. */
const found = [
  '',
  ...['q=cuidados', 'category=full', 'sector=civil-society', 'region=latin-america-caribbean'],
  ...countries.slice(0, 2).map((country) => `country=${country}`),
];

/** The table and the directory of a network of 5,000 members, through the gateway as its secretariat asks for them; one question after the other. */
export function membersTable({ ports, population, mightyUrl }: Stage): Line {
  let filled: ReturnType<typeof population.openSecretariat> | null = null;
  const open = async () => {
    const secretariat = await population.openSecretariat();
    await fillMembers(mightyUrl('membership'), secretariat.networkId, members);
    return secretariat;
  };
  const requests = async () => {
    filled ??= open();
    const { code, token } = await filled;
    const authorization = `authorization: Bearer ${await token()}`;
    const paths = [...asked.map((query) => `members?limit=50&${query}`), ...found.map((query) => `directory?limit=50&${query}`)];
    return paths.map((path) => get(`/api/v1/${code}/${path}`, authorization));
  };
  return {
    ...{ name: membersLine, goal: { kind: 'p99', most: 100 }, pace: { connections: 1 } },
    ...{ product: subject('product', ports.product, requests), reference: null },
  };
}
