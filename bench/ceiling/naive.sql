-- Naive search: the usual column and index of the tutorials.
create table if not exists ceiling.letters as
  select conversation_id, id, at, subject, text, to_tsvector('english', subject || ' ' || text) as words
  from messages;
create index if not exists ceiling_words on ceiling.letters using gin (words);
create index if not exists ceiling_ids on ceiling.letters (id);
