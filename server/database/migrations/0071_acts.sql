-- What we did about a problem, each with who and when; what was taken back stays on record as taken back.
create table acts (
  conversation_id id not null,
  id id not null,
  customer_id id not null,
  inbox_id id not null,
  kind text not null,
  note text,
  at timestamptz not null default clock_now(),
  by_id id,
  by_name text,
  undone_at timestamptz,
  undone_by id,
  primary key (conversation_id, id)
);

-- A problem we have only talked about. Kept on the row, so that lists need not look.
alter table conversations add column talk_only boolean not null default false;
create index conversations_talk_only on conversations (inbox_id, last_at desc, id desc) where talk_only;
