-- A colleague reads an answer before it leaves. It is about the writer's present draft, and is over with it.
create table second_looks (
  id id primary key,
  conversation_id id not null,
  inbox_id id not null,
  author_id id not null,
  reader_id id not null,
  asked_at timestamptz not null default clock_now(),
  -- asked: being read; good: may leave; back: has words to think about.
  state text not null default 'asked' check (state in ('asked', 'good', 'back')),
  answered_at timestamptz
);
create unique index second_looks_of on second_looks (conversation_id, author_id, reader_id);
create index second_looks_reader on second_looks (reader_id) where state = 'asked';

create table look_comments (
  look_id id not null references second_looks on delete cascade,
  id id primary key,
  by_id id not null,
  by_name text not null,
  -- The words of the draft it is about.
  quote text not null default '',
  text text not null,
  at timestamptz not null default clock_now()
);
create index look_comments_of on look_comments (look_id, at);
