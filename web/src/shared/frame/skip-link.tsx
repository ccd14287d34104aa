import { useText } from '../texts/use-text.js';

export const contentId = 'contenido';

/** First thing the keyboard meets on every page. */
export function SkipLink() {
  const text = useText();
  return (
    <a className="skip" href={`#${contentId}`}>
      {text('frame.skip')}
    </a>
  );
}
