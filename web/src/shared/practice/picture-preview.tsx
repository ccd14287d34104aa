import type { Picture } from '@alianza/contracts/repository/files/record-files';
import { useQuery } from '@tanstack/react-query';
import { asData } from '../page/as-data.js';
import { useApi } from '../session/api.js';

type Known = Pick<Picture, 'id' | 'hash' | 'width' | 'height'>;

/** What is not public has no address that holds: it is fetched once with a ticket, and kept for as long as the page is. */
function usePicture({ id, hash }: Known) {
  const { call, scope } = useApi();
  return useQuery({
    queryKey: [...scope, 'picture', hash],
    queryFn: async ({ signal }) => {
      const { url } = await call('repository.pictures.open', { id }, { signal });
      const response = await fetch(url, { signal });
      if (!response.ok) throw new Error(`the picture was not given: ${String(response.status)}`);
      return asData(await response.blob());
    },
    staleTime: Infinity,
  });
}

/** A picture of a record that is being written or reviewed, in its own proportion from the start. */
export function PicturePreview({ picture, alt, lang }: { picture: Known; alt: string; lang?: string | undefined }) {
  const { data } = usePicture(picture);
  const { width, height } = picture;
  if (data === undefined) return <svg className="preview" viewBox={`0 0 ${String(width)} ${String(height)}`} aria-hidden="true" />;
  return <img className="preview" src={data} width={width} height={height} alt={alt} lang={lang} />;
}
