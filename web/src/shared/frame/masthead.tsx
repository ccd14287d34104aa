import type { ReactNode } from 'react';
import { Logo } from '../mark/five-rs.js';
import { useText } from '../texts/use-text.js';

export interface Section {
  readonly href: string;
  readonly label: string;
  readonly current: boolean;
}

interface Props {
  readonly name: string;
  readonly homeHref: string;
  readonly sections: readonly Section[];
  /** By what it is known, instead of the product's mark. */
  readonly mark?: ReactNode;
  /** Language, sign-in; in a workspace also for whom one acts. */
  readonly tools: ReactNode;
  /** A workspace gives the tools a row of their own on a phone. */
  readonly inWorkspace?: boolean;
  /** How a link is made; the workspaces give their router's. */
  readonly link?: (section: Section) => ReactNode;
}

const menuId = 'menu';

const plainLink = ({ href, label, current }: Section) => (
  <a href={href} aria-current={current ? 'page' : undefined}>
    {label}
  </a>
);

function Sections({ sections, link = plainLink }: Pick<Props, 'sections' | 'link'>) {
  const text = useText();
  return (
    <nav className="sections sheet" id={menuId} popover="auto" aria-label={text('frame.sections')}>
      <button className="menu-button" type="button" popoverTarget={menuId} popoverTargetAction="hide">
        {text('frame.close')}
      </button>
      <ul>
        {sections.map((section) => (
          <li key={section.href}>{link(section)}</li>
        ))}
      </ul>
    </nav>
  );
}

/** Head of every page: whose it is, tools, sections. On a phone the sections open as a sheet. */
export function Masthead({ name, homeHref, sections, mark, tools, inWorkspace = false, link }: Props) {
  const text = useText();
  return (
    <header className={inWorkspace ? 'masthead is-member' : 'masthead'}>
      <div className="hold">
        <a className="brand" href={homeHref}>
          {mark || <Logo />}
          <span>{name}</span>
        </a>
        <div className="tools">
          {tools}
          {sections.length > 0 && (
            <button className="menu-button" type="button" popoverTarget={menuId}>
              {text('frame.menu')}
            </button>
          )}
        </div>
        {sections.length > 0 && <Sections sections={sections} link={link} />}
      </div>
    </header>
  );
}
