-- Phrases are found by the index too: each two words that stand beside each other are a word of their own, as one of 2,048 numbers
-- (docs/decisions/0027). Words themselves would be as many as the text is long; numbers cost two or three bytes each, and what shares a number
-- by chance is sorted out by the text.
create function letter_pairs(words text) returns text[] language sql immutable parallel safe as $$
  select array(
    select '~' || (pg_catalog.hashtext((one || ' ' || next) collate "C") & 2047)
    from (select pg_catalog.string_to_array(pg_catalog.btrim(words), ' ') as all_words) w, unnest(all_words, all_words[2:]) as pair(one, next)
    where next is not null)
$$;

-- What a letter must hold to hold the phrase; empty for a single word.
create function letter_phrase(phrase text) returns tsquery language sql immutable parallel safe as $$
  select coalesce(string_agg(distinct '''' || pair || '''', ' & '), '')::tsquery from unnest(public.letter_pairs(public.letter_fold(phrase))) pair
$$;

-- What is asked of the letters: each word as written or by its English stem, one perhaps as a beginning, and phrases. Made here and not in the
-- statement, so that one statement, and one plan, serves any number of words. What a beginning is made of is letters and digits alone.
create function letter_query(words text[], beginning text, phrases text[]) returns tsquery language sql stable parallel safe as $$
  select coalesce(string_agg('(' || part::text || ')', ' & '), '')::tsquery from (
    select plainto_tsquery('pg_catalog.simple', word) || plainto_tsquery('pg_catalog.english', word) as part
      from unnest(words) one, public.letter_fold(one) word
    union all select to_tsquery('pg_catalog.simple', word || ':*') || plainto_tsquery('pg_catalog.english', word)
      from public.letter_fold(beginning) word where beginning is not null
    union all select public.letter_phrase(phrase) from unnest(phrases) phrase
  ) parts where numnode(part) > 0
$$;

-- As before (0310), and with its pairs.
create or replace function letter_words(
  at timestamptz, subject text, from_name text, from_address text, "to" jsonb, cc jsonb, bcc jsonb, text text, file_names text, forwarded jsonb
) returns tsvector language plpgsql immutable parallel safe cost 100000 as $$
declare
  day int := greatest(0, pg_catalog.floor(pg_catalog.date_part('epoch', at) / 86400))::int;
  words text := public.letter_fold(pg_catalog.left(
    pg_catalog.concat_ws(' ', subject, from_name, from_address,
      pg_catalog.jsonb_path_query_array("to" || cc || bcc, '$[*].* ? (@ != null)'), file_names, text,
      forwarded ->> 'subject', forwarded ->> 'text'), 200000));
begin
  return pg_catalog.strip(pg_catalog.to_tsvector('pg_catalog.simple', words) || pg_catalog.to_tsvector('pg_catalog.english', words))
    || pg_catalog.array_to_tsvector(public.letter_pairs(words)
      || array['#0:' || day, '#1:' || (day >> 2), '#2:' || (day >> 4), '#3:' || (day >> 6), '#4:' || (day >> 8), '#5:' || (day >> 10)]);
end $$;

drop index messages_words;
create index messages_words on messages using gin (
  letter_words(at, subject, from_name, from_address, "to", cc, bcc, coalesce(text_full, text), file_names, forwarded)
) with (fastupdate = on, gin_pending_list_limit = 4096);
alter index messages_words alter column 1 set statistics 0;
