const immutable = 'language sql immutable parallel safe';

const sayings = ['context', 'actions', 'results', 'weaknesses', 'lessons', 'replicability'];
const body = sayings.map((field) => `localized_document(content -> '${field}')`).join(' || ');

/** A field in one language, empty where it says nothing. */
const said = (field: string, lang: string) => `coalesce(content -> '${field}' ->> '${lang}', '')`;
const inBoth = (field: string) => `${said(field, 'es')} || ' ' || ${said(field, 'en')}`;
const names = `coalesce(content ->> 'place', '') || ' ' || coalesce(content ->> 'organizations', '') || ' ' || country_names`;

/** Words, queries and documents of the public search. Whatever a table derives from must be immutable. */
export const searchFunctions = [
  'create extension if not exists unaccent',
  'create extension if not exists pg_trgm',
  // unaccent() is only STABLE because its dictionary could be altered; ours never is.
  `create function unaccented(text) returns text ${immutable} strict return public.unaccent('public.unaccent', $1)`,
  // The parser takes "madres/padres" for a path and "sub-nacional" for one word: both are two.
  `create function apart(text) returns text ${immutable} strict return translate($1, '/@.:_-', '      ')`,
  `create function plain_document(text) returns tsvector ${immutable} strict return to_tsvector('simple', unaccented(apart($1)))`,
  // Unaccenting before the Spanish stemmer breaks "-ción", and people write with and without: both forms are kept.
  `create function spanish_document(text) returns tsvector ${immutable} strict
    return to_tsvector('spanish', apart($1)) || to_tsvector('spanish', unaccented(apart($1))) || plain_document($1)`,
  `create function english_document(text) returns tsvector ${immutable} strict return to_tsvector('english', unaccented(apart($1))) || plain_document($1)`,
  `create function localized_document(content jsonb) returns tsvector ${immutable}
    return coalesce(spanish_document(content ->> 'es'), '') || coalesce(english_document(content ->> 'en'), '')
      || plain_document(coalesce(content ->> 'fr', '') || ' ' || coalesce(content ->> 'pt', ''))`,
  `create function practice_document(content jsonb, country_names text) returns tsvector ${immutable}
    return setweight(localized_document(content -> 'title'), 'A') || setweight(localized_document(content -> 'summary'), 'B')
      || setweight(${body} || plain_document(${names}), 'C')`,
  `create function plain_title(content jsonb) returns text ${immutable} return lower(unaccented(apart(${inBoth('title')})))`,
  `create function plain_words(content jsonb, country_names text) returns text ${immutable}
    return plain_title(content) || ' ' || lower(unaccented(apart(${inBoth('summary')} || ' ' || ${names})))`,
  // A title in the language, else in the one it was written in; its beginning is enough to stand in order and short enough for a cursor.
  `create function sorting_title(content jsonb, lang text) returns text ${immutable}
    return left(coalesce(content -> 'title' ->> lang, content -> 'title' ->> (content -> 'title' ->> 'original'), ''), 50)`,
  `create function texts_of(list jsonb) returns text[] ${immutable} return array(select jsonb_array_elements_text(list))`,
  // One word as Spanish and English know it, and as it stands; while it is still being typed, whatever begins with it.
  `create function word_query(word text, unfinished boolean) returns tsquery ${immutable}
    return plainto_tsquery('spanish', word) || plainto_tsquery('spanish', unaccented(word)) || plainto_tsquery('english', unaccented(word))
      || to_tsquery('simple', quote_literal(unaccented(word)) || case when unfinished and length(word) > 1 then ':*' else '' end)`,
  `create function practice_query(words text[]) returns tsquery ${immutable}
    return (select string_agg('(' || word_query(word, place = cardinality(words))::text || ')', ' & ')::tsquery
      from unnest(words) with ordinality as asked (word, place))`,
  // One wrong letter costs a short word half of its trigrams, so half must remain; of a long one two fifths say enough.
  `create function sounds_like(words text[], said text) returns boolean ${immutable}
    return (select bool_and(word_similarity(word, said) >= case when length(word) < 9 then 0.5 else 0.4 end) from unnest(words) as asked (word))`,
  `create function likeness(words text[], said text) returns real ${immutable}
    return (select sum(word_similarity(word, said)) from (select distinct unnest(words)) as asked (word))`,
];
