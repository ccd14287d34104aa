import type { Me } from '@alianza/contracts/membership/people';
import { I18nProvider } from 'react-aria-components';
import { Link, Outlet, useLocation } from 'react-router';
import { Footer } from '../../shared/frame/footer.js';
import { LanguageLink, otherLanguage } from '../../shared/frame/language-link.js';
import { Masthead, type Section } from '../../shared/frame/masthead.js';
import { contentId, SkipLink } from '../../shared/frame/skip-link.js';
import { Loaded, RowsSkeleton } from '../../shared/page/loaded.js';
import { PageTitle } from '../../shared/page/page.js';
import { useApi } from '../../shared/session/api.js';
import { translatedAddress, useAddress, usePlace } from '../../shared/session/place.js';
import { useRead } from '../../shared/session/queries.js';
import { useText } from '../../shared/texts/use-text.js';
import { Leave } from '../workspace/leave.js';
import { Leaving } from '../workspace/leaving.js';

/** Whose session it is: here nobody acts for an organisation. */
function Who({ name }: { name: string }) {
  const text = useText();
  return (
    <p className="acting">
      <small>{text('account.signedInAs')}</small> <b>{name}</b>
      <small>{text('operation.as')}</small>
    </p>
  );
}

function OperationMasthead({ me, sections }: { me: Me; sections: readonly Section[] }) {
  const text = useText();
  const address = useAddress();
  const { pathname } = useLocation();
  const tools = (
    <>
      <Who name={me.name} />
      <LanguageLink href={translatedAddress(pathname, otherLanguage(text.lang))} />
      <Leave />
    </>
  );
  const link = ({ href, label, current }: Section) => (
    <Link to={href} aria-current={current ? 'page' : undefined}>
      {label}
    </Link>
  );
  return (
    <Masthead name={text('frame.platform')} homeHref={address('operacion')} sections={sections} tools={tools} inWorkspace link={link} />
  );
}

/** Somebody who is signed in and does not run the installation, or showed no second factor. */
function NotOperator() {
  const text = useText();
  const { auth } = useApi();
  const { lang } = usePlace();
  return (
    <div className="form-col">
      <PageTitle title={text('operation.notYours.title')} of={text('frame.platform')} />
      <p>{text('operation.notYours.text')}</p>
      <p className="buttons">
        <button className="button" type="button" onClick={() => void auth?.signIn({ lang, secondFactor: true })}>
          {text('states.secondFactor.enter')}
        </button>
      </p>
    </div>
  );
}

/** Pages of the installation; those with long tables have the full width of the screen. */
function useSections(): readonly (Section & { readonly dense: boolean })[] {
  const text = useText();
  const address = useAddress();
  const { pathname } = useLocation();
  const section = (page: string, label: string, dense: boolean) => ({
    href: address(page),
    label,
    current: pathname === address(page),
    dense,
  });
  const others = [
    section('operacion/entregas', text('deadLetters.title'), true),
    section('operacion/bitacora', text('auditLog.platform.title'), true),
  ];
  const networks = section('operacion', text('operation.networks.title'), false);
  return [{ ...networks, current: others.every(({ current }) => !current) }, ...others];
}

function Framed({ me }: { me: Me }) {
  const text = useText();
  const { lang } = usePlace();
  const sections = useSections();
  const dense = sections.some((section) => section.current && section.dense);
  return (
    <I18nProvider locale={lang}>
      <div className={dense ? 'wide' : undefined}>
        <SkipLink />
        <OperationMasthead me={me} sections={me.operator ? sections : []} />
        <main id={contentId} className={dense ? 'hold dense' : 'hold'} tabIndex={-1}>
          {me.operator ? <Outlet /> : <NotOperator />}
        </main>
        <Footer name={text('frame.platform')} convener={text('frame.platformConvener')} links={[]} />
      </div>
    </I18nProvider>
  );
}

/** The place of operators, who stand above networks: the installation as a whole. */
export function Component() {
  const text = useText();
  const { auth } = useApi();
  const signedIn = auth?.signedIn === true;
  const me = useRead('membership.people.me', {}, { enabled: signedIn });
  if (!signedIn) return <Leaving secondFactor />;
  if (me.data) return <Framed me={me.data} />;
  return (
    <main className="hold">
      <Loaded query={me} failed={text('account.failed')} skeleton={<RowsSkeleton />}>
        {() => null}
      </Loaded>
    </main>
  );
}
