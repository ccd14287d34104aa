import { logoAddress, widthsOf } from '@alianza/contracts/repository/files/picture-files';
import type { ShownOrganization } from '@alianza/contracts/membership/organizations';
import { useText } from '../../shared/texts/use-text.js';
import type { OrganizationProps } from './organization-page.js';

/** What it does in care, as it says itself; nothing where it does not. */
export function OwnWork({ work }: Pick<ShownOrganization, 'work'>) {
  const text = useText();
  if (work === null) return null;
  return (
    <section>
      <h2>{text('organizations.work')}</h2>
      <div>
        {work.split(/\n{2,}/).map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
      </div>
    </section>
  );
}

/** The picture by which it is known, where it shows one. */
export function Logo({ organization: { name, logo }, visit }: OrganizationProps) {
  const text = useText();
  if (logo === null) return null;
  const width = widthsOf(logo.width)[0] ?? logo.width;
  const height = Math.round((logo.height * width) / logo.width);
  const src = logoAddress(visit.network.code, logo.hash, `${String(width)}.webp`);
  return <img className="own-logo" src={src} width={width} height={height} alt={text('organizations.logo', { name })} />;
}

/** Other places where it is found. */
export function OwnLinks({ links }: Pick<ShownOrganization, 'links'>) {
  const text = useText();
  if (links.length === 0) return null;
  return (
    <section>
      <h2>{text('organizations.links')}</h2>
      <ul>
        {links.map(({ title, url }) => (
          <li key={url}>
            <a href={url} rel="noopener nofollow">
              {title}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
