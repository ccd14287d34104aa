import type { Change } from '../history/organization-fact.entity.js';
import { nameKeyOf, type Called } from '../names.js';
import type { Description, Organization, Told } from '../organization.entity.js';
import { plainOf } from '../publication.js';
import { calledOtherwise, changesBetween } from './changes.js';

function descriptionOf(organization: Organization): Description {
  const { sector, country = null, region = null, languages, work = null, website = null, links, listed } = organization;
  const shows = [...organization.shown()];
  return { sector, country, region, languages: languages ?? [], work, website, links: links ?? [], shows, listed };
}

/** Whoever is known already says of itself how it is called and what it is. One of the same name stays written as it was, in each language it has. */
export function retell(known: Organization, { name, acronym, ...told }: Called & Told): Change[] {
  const before = descriptionOf(known);
  const nameKey = nameKeyOf({ name });
  const called = { name: nameKey === known.nameKey ? known.name : name, acronym: acronym ?? known.acronym ?? null };
  const renamed = calledOtherwise(known, called);
  if (renamed.length > 0) known.rename({ ...called, nameKey, plain: plainOf(called), wasCalled: true });
  known.tell(told);
  return [...renamed, ...changesBetween({ ...before, shown: () => before.shows }, descriptionOf(known))];
}
