import MarkdownIt, { type Token } from 'markdown-it';

/** Headings inside a record stand below those of its page. */
type HeadingTag = 'h2' | 'h4';

const adaptTo =
  (headingTag: HeadingTag) =>
  (token: Token): void => {
    if (token.type === 'heading_open' || token.type === 'heading_close') token.tag = headingTag;
    if (token.type === 'link_open') token.attrSet('rel', 'nofollow noopener');
    token.children?.forEach(adaptTo(headingTag));
  };

/** CommonMark without HTML and without images: what a person writes can name and link, never run or fetch. */
const commonMark = new MarkdownIt('commonmark', { html: false, linkify: false }).disable(['image', 'html_block', 'html_inline']);
/** Pages of the web and of this portal, and mail: what another scheme would open on a reader's machine is not for a writer to choose. */
commonMark.validateLink = (address) => /^(?:https?:\/\/|mailto:|\/(?!\/)|#)/i.test(address);
commonMark.core.ruler.push('portal', ({ tokens, env }) => {
  tokens.forEach(adaptTo((env as { headingTag: HeadingTag }).headingTag));
});

interface Props {
  readonly source: string;
  /** Set where it is in another language than the page. */
  readonly lang?: string | undefined;
  /** Of its headings, whatever their level: `h2` where the text is the page. */
  readonly headings?: HeadingTag;
}

/** Long text as it was written, without markup for the rest of the page to fear: everything else is escaped. */
export function Markdown({ source, lang, headings = 'h4' }: Props) {
  const html = commonMark.render(source, { headingTag: headings });
  return <div className="prose" lang={lang} dangerouslySetInnerHTML={{ __html: html }} />;
}
