import type { Network } from '@alianza/contracts/membership/networks';
import { markAddress, widthsOf } from '@alianza/contracts/repository/files/picture-files';
import { Logo } from './five-rs.js';

/** By what a network is known: its own mark, or the product's. Its name stands beside it, so it says nothing. */
export function NetworkMark({ network: { code, brand } }: { network: Pick<Network, 'code' | 'brand'> }) {
  if (brand.mark === null) return <Logo />;
  const { hash, width, height } = brand.mark;
  return (
    <img className="own-mark" src={markAddress(code, hash, `${String(widthsOf(width)[0])}.webp`)} width={width} height={height} alt="" />
  );
}
