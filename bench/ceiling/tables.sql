-- The least that could be called a help desk: no rights, no history, no search.
create schema if not exists ceiling;
create table if not exists ceiling.conversations (
  id text primary key, customer text not null, subject text not null, status text not null, last_at timestamptz not null
);
create index if not exists ceiling_open on ceiling.conversations (last_at desc) where status = 'open';
create table if not exists ceiling.messages (
  id text primary key, conversation_id text not null, at timestamptz not null, author text not null, text text not null,
  message_id text
);
create index if not exists ceiling_of on ceiling.messages (conversation_id, at);
create unique index if not exists ceiling_once on ceiling.messages (message_id) where message_id is not null;
