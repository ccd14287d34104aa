/**
 * Languages that the Unicode names (CLDR) do not have in Spanish, in English or in either, by ISO 639 code: most of them those of indigenous
 * peoples, as their own institutions write them (INALI, ALMG), and sign languages.
 */
const names: Readonly<Record<string, { readonly es: string; readonly en: string }>> = {
  ase: { es: 'lengua de señas estadounidense', en: 'American Sign Language' },
  ber: { es: 'lenguas bereberes', en: 'Berber languages' },
  cab: { es: 'garífuna', en: 'Garifuna' },
  cai: { es: 'lenguas indígenas de Mesoamérica', en: 'Indigenous languages of Mesoamerica' },
  cak: { es: 'kaqchikel', en: 'Kaqchikel' },
  ctu: { es: 'ch’ol', en: 'Chʼol' },
  hch: { es: 'wixárika', en: 'Wixárika' },
  kek: { es: 'q’eqchi’', en: 'Qʼeqchiʼ' },
  mam: { es: 'mam', en: 'Mam' },
  mau: { es: 'mazateco', en: 'Mazatec' },
  maz: { es: 'mazahua', en: 'Mazahua' },
  mfs: { es: 'lengua de señas mexicana', en: 'Mexican Sign Language' },
  miq: { es: 'misquito', en: 'Miskito' },
  mul: { es: 'varios idiomas', en: 'several languages' },
  myn: { es: 'lenguas mayas', en: 'Mayan languages' },
  nah: { es: 'náhuatl', en: 'Nahuatl' },
  oto: { es: 'otomí', en: 'Otomi' },
  pbb: { es: 'nasa yuwe', en: 'Nasa Yuwe' },
  pua: { es: 'purépecha', en: 'Purépecha' },
  quy: { es: 'quechua ayacuchano', en: 'Ayacucho Quechua' },
  sai: { es: 'lenguas indígenas de Sudamérica', en: 'Indigenous languages of South America' },
  sgn: { es: 'lenguas de señas', en: 'sign languages' },
  shp: { es: 'shipibo-konibo', en: 'Shipibo-Konibo' },
  tar: { es: 'rarámuri', en: 'Rarámuri' },
  toj: { es: 'tojolabal', en: 'Tojolabal' },
  tsz: { es: 'purépecha', en: 'Purépecha' },
  tzh: { es: 'tseltal', en: 'Tseltal' },
  tzo: { es: 'tsotsil', en: 'Tsotsil' },
  yaq: { es: 'yaqui', en: 'Yaqui' },
  yua: { es: 'maya yucateco', en: 'Yucatec Maya' },
};

const kept = new Map<string, Intl.DisplayNames>();

/** What a language is called in another, as within a sentence; its code where nobody says. */
export function languageNameIn(lang: string, code: string): string {
  const own = names[code]?.[lang === 'en' ? 'en' : 'es'];
  if (own !== undefined) return own;
  const known = kept.get(lang) ?? new Intl.DisplayNames(lang, { type: 'language', fallback: 'code' });
  kept.set(lang, known);
  return known.of(code) ?? code;
}
