-- Words are found in the letters themselves: no second copy of them to keep, to move and to forget (docs/decisions/0024).

-- One form for what people write in many: small letters, no marks; signs part words. Questions are folded by the same function.
create function letter_fold(t text) returns text language sql immutable parallel safe as $$
  select pg_catalog.regexp_replace(
    case when pg_catalog.octet_length(t) = pg_catalog.length(t) then pg_catalog.lower(t)
    else pg_catalog.replace(pg_catalog.replace(pg_catalog.replace(pg_catalog.replace(pg_catalog.translate(
      pg_catalog.lower(pg_catalog.regexp_replace(pg_catalog.normalize(t, 'NFKD'), '[\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u064b-\u065f]+', '', 'g')),
      'ØŁĐÐøłđðı', 'olddolddi'), 'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th') end,
    '[\u0001-\u002f\u003a-\u0060\u007b-\u00bf\u2000-\u206f\u20a0-\u20cf\u2190-\u2bff\u3000-\u303f]+', ' ', 'g')
$$;

-- Each word as written and by its English stem; and the days it lies in, alone and by 4, 16, 64, 256 and 1,024 together, by which a common
-- word is looked for among the newest first. No word begins with '#'. Very long letters are data; a tsvector holds no more than 1 MB.
create function letter_words(
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
    || pg_catalog.array_to_tsvector(array['#0:' || day, '#1:' || (day >> 2), '#2:' || (day >> 4), '#3:' || (day >> 6), '#4:' || (day >> 8), '#5:' || (day >> 10)]);
end $$;

alter table messages add column file_names text;
update messages m set file_names = f.names from (
  select conversation_id, message_id, string_agg(filename, ' ' order by id) as names from attachments where message_id is not null group by 1, 2
) f where f.conversation_id = m.conversation_id and f.message_id = m.id;

create function name_files() returns trigger language plpgsql as $$
begin
  update messages set file_names = concat_ws(' ', file_names, new.filename)
    where conversation_id = new.conversation_id and id = new.message_id and position(new.filename in coalesce(file_names, '')) = 0;
  return null;
end $$;
create trigger name_files after insert or update of message_id on attachments
  for each row when (new.message_id is not null) execute function name_files();

-- New letters wait in a list, which is read with every search and put in order every second or two, off the accept path.
create index messages_words on messages using gin (
  letter_words(at, subject, from_name, from_address, "to", cc, bcc, coalesce(text_full, text), file_names, forwarded)
) with (fastupdate = on, gin_pending_list_limit = 4096);
-- How often which word stands is asked of no one; finding it out would read every letter again.
alter index messages_words alter column 1 set statistics 0;

drop table search_entries;
-- Nobody is left to do what was queued for it, and nothing is left to do.
do $$ begin
  if to_regclass('jobs.job') is not null then
    delete from jobs.job where name in ('react.index-imported', 'react.index-received', 'react.index-written', 'react.index-forward',
      'react.unindex-forward', 'react.index-note', 'react.index-split', 'react.index-put-back', 'react.index-moved', 'react.unindex');
  end if;
end $$;
