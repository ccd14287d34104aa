import { useText } from '../texts/use-text.js';

export interface FooterLink {
  readonly href: string;
  readonly label: string;
}

interface Props {
  readonly name: string;
  readonly convener: string;
  readonly links: readonly FooterLink[];
}

/** Foot of every page: who convenes, and what else there is. */
export function Footer({ name, convener, links }: Props) {
  const text = useText();
  return (
    <footer className="footer">
      <div className="hold">
        <p>
          <b>{name}</b>
          <br />
          {convener}
        </p>
        {links.length > 0 && (
          <nav aria-label={text('frame.more')}>
            <ul>
              {links.map(({ href, label }) => (
                <li key={href}>
                  <a href={href}>{label}</a>
                </li>
              ))}
            </ul>
          </nav>
        )}
      </div>
    </footer>
  );
}
