-- A letter of ours of usual size stands in its row: a file of its own needed sixteen steps and up to four waits for the disk, before the row
-- itself was committed. Larger ones stay files. It is read as often as it is written, so it is not compressed.
alter table outbox alter column bytes_file drop not null, add column letter text;
alter table outbox alter column letter set storage external;
alter table outbox add constraint outbox_has_bytes check ((letter is null) <> (bytes_file is null));

-- Words of letters are put in order in large lots where nobody searches (server/search/letters.ts); never by whoever happens to write.
do $$
declare words regclass;
begin
  for words in
    with slices as (select relid from pg_partition_tree('messages_words') where isleaf)
    select relid from slices union all select 'messages_words'::regclass where not exists (select 1 from slices)
  loop
    execute format('alter index %s set (gin_pending_list_limit = 65536)', words);
  end loop;
end $$;

-- All that somebody looks after, whatever has become of it, newest first.
create index conversations_of_assignee on conversations (assignee_id, last_at desc, id desc) where assignee_id is not null;
