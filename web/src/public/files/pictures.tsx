import { pictureAddress } from '@alianza/contracts/repository/files/picture-files';
import type { PublishedPractice } from '@alianza/contracts/repository/practices';
import type { PublicPicture } from '@alianza/contracts/repository/files/record-files';
import { pictureLicenceAddress, pictureLicenceName } from '../../shared/practice/picture-licence.js';
import { useText } from '../../shared/texts/use-text.js';
import type { NetworkVisit } from '../visit.js';

interface Props {
  readonly practice: Pick<PublishedPractice, 'pictures'>;
  readonly visit: NetworkVisit;
}

interface OneProps {
  readonly picture: PublicPicture;
  readonly network: string;
  /** The one that the page opens with: it is not waited for. */
  readonly leads?: boolean;
}

/** How wide it stands on the page, so that a browser takes no more than it needs. */
const sizes = { lead: '(width >= 60rem) 52rem, 100vw', other: '(width >= 40rem) 24rem, 100vw' };

function Caption({ credit, licence }: Pick<PublicPicture, 'credit' | 'licence'>) {
  const text = useText();
  const [name, address] = [pictureLicenceName(text, licence), pictureLicenceAddress(licence)];
  return (
    <figcaption>
      {text('files.caption', { credit })} {text('files.licenceOf')}{' '}
      {address === null ? (
        name
      ) : (
        <a href={address} rel="license noopener">
          {name}
        </a>
      )}
    </figcaption>
  );
}

function Picture({ picture, network, leads = false }: OneProps) {
  const text = useText();
  const { hash, width, height, widths, alt, language, credit, licence } = picture;
  const at = (across: number) => pictureAddress(network, hash, `${String(across)}.webp`);
  return (
    <figure className="picture">
      <img
        src={at(widths.find((one) => one >= 960) ?? width)}
        srcSet={widths.map((one) => `${at(one)} ${String(one)}w`).join(', ')}
        sizes={leads ? sizes.lead : sizes.other}
        width={width}
        height={height}
        alt={alt}
        lang={language === text.lang ? undefined : language}
        loading={leads ? undefined : 'lazy'}
        decoding="async"
      />
      <Caption credit={credit} licence={licence} />
    </figure>
  );
}

/** The first picture, with which the article opens. */
export function LeadPicture({ practice, visit }: Props) {
  const [first] = practice.pictures;
  return first === undefined ? null : <Picture picture={first} network={visit.network.code} leads />;
}

/** Those after the first. */
export function MorePictures({ practice, visit }: Props) {
  const text = useText();
  const [, ...more] = practice.pictures;
  if (more.length === 0) return null;
  return (
    <section>
      <h2>{text('files.pictures')}</h2>
      <div className="pictures">
        {more.map((picture) => (
          <Picture key={picture.hash} picture={picture} network={visit.network.code} />
        ))}
      </div>
    </section>
  );
}
