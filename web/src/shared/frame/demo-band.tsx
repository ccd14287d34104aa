import { useText } from '../texts/use-text.js';

/** On every page of a demo network: says so, and where its data comes from. */
export function DemoBand({ originHref }: { originHref: string }) {
  const text = useText();
  return (
    <aside className="demo" aria-label={text('frame.demo.name')}>
      <p className="hold">
        <b>{text('frame.demo.name')}</b>
        {text('frame.demo.text')} <a href={originHref}>{text('frame.demo.origin')}</a>
      </p>
    </aside>
  );
}
