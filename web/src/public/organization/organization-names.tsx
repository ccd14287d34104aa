import { Fragment } from 'react';
import type { AddressByName } from './named-organizations.js';

/** Names with commas between them; those of the directory lead to their page. */
export function OrganizationNames({ names, addresses }: { names: readonly string[]; addresses: AddressByName }) {
  return names.map((name, at) => {
    const known = addresses.get(name);
    return (
      <Fragment key={name}>
        {at > 0 && ', '}
        {known === undefined ? name : <a href={known.href}>{known.name}</a>}
      </Fragment>
    );
  });
}
