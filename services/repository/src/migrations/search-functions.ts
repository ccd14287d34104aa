const immutable = 'language sql immutable parallel safe';

const sayings = ['context', 'actions', 'results', 'weaknesses', 'lessons', 'replicability'];
const body = sayings.map((field) => `localized_document(content -> '${field}')`).join(' || ');
const every = ['title', 'summary', ...sayings].map((field) => `said(content -> '${field}')`).join(` || ' ' || `);
const namesIn = `coalesce(content ->> 'place', '') || ' ' || coalesce(content ->> 'organizations', '') || ' ' || names`;

/** Words, queries and documents of the public search. Whatever a table derives from must be immutable. */
export const searchFunctions = [
  'create extension if not exists unaccent',
  'create extension if not exists pg_trgm',
  'create extension if not exists btree_gin',
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
  // `names` are those of its countries and of who answers for it.
  `create function practice_document(content jsonb, names text) returns tsvector ${immutable}
    return setweight(localized_document(content -> 'title'), 'A') || setweight(localized_document(content -> 'summary'), 'B')
      || setweight(${body} || plain_document(${namesIn}), 'C')`,
  `create function said(content jsonb) returns text ${immutable}
    return coalesce(content ->> 'es', '') || ' ' || coalesce(content ->> 'en', '') || ' ' || coalesce(content ->> 'fr', '') || ' ' || coalesce(content ->> 'pt', '')`,
  // Every word of a practice once, as somebody might have meant it.
  `create function practice_words(content jsonb, names text) returns setof text ${immutable} begin atomic
    select word from unnest(tsvector_to_array(to_tsvector('simple', apart(${every} || ' ' || ${namesIn})))) as word
    where length(word) between 3 and 40 and word !~ '[0-9]' order by word; end`,
  // A title in the language, else in the network's, else in the one it was written in; its beginning is enough to stand in order and short enough for a cursor.
  `create function sorting_title(content jsonb, lang text, fallback text) returns text ${immutable}
    return left(coalesce(content -> 'title' ->> lang, content -> 'title' ->> fallback, content -> 'title' ->> (content -> 'title' ->> 'original'), ''), 50)`,
  `create function texts_of(list jsonb) returns text[] ${immutable} return array(select jsonb_array_elements_text(list))`,
  // One word as Spanish and English know it, and as it stands; while it is still being typed, whatever begins with it.
  `create function word_query(word text, unfinished boolean) returns tsquery ${immutable}
    return plainto_tsquery('spanish', word) || plainto_tsquery('spanish', unaccented(word)) || plainto_tsquery('english', unaccented(word))
      || to_tsquery('simple', quote_literal(unaccented(word)) || case when unfinished and length(word) > 1 then ':*' else '' end)`,
  // Every word asked for must be there; "hogar|hogares" asks for either.
  `create function practice_query(words text[]) returns tsquery ${immutable}
    return (select string_agg('(' || either.query || ')', ' & ')::tsquery from (
      select string_agg(word_query(word, place = cardinality(words))::text, ' | ') as query
      from unnest(words) with ordinality as asked (alternatives, place), string_to_table(alternatives, '|') as word group by place) as either)`,
];
