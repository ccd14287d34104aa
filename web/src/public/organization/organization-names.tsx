import { Fragment } from 'react';
import type { AddressByName } from './named-organizations.js';

/** Names with commas between them; those of the directory lead to their page. */
export function OrganizationNames({ names, addresses }: { names: readonly string[]; addresses: AddressByName }) {
  return names.map((name, at) => {
    const href = addresses.get(name);
    return (
      <Fragment key={name}>
        {at > 0 && ', '}
        {href === undefined ? name : <a href={href}>{name}</a>}
      </Fragment>
    );
  });
}
