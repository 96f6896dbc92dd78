-- What this team has decided about its care language. Without an inbox it holds for the whole house; with one it is added there.
create table guide_rules (
  inbox_id id references inboxes on delete cascade,
  check_id text not null,
  rule text not null check (rule in ('on', 'off', 'stops')),
  at timestamptz not null default clock_now(),
  by_id id,
  demo boolean not null default false,
  unique nulls not distinct (inbox_id, check_id)
);

create table guide_voices (
  inbox_id id references inboxes on delete cascade,
  -- The contract's `voice`: how we address people, tone, sign-off, dos, don'ts, notes.
  voice jsonb not null,
  at timestamptz not null default clock_now(),
  by_id id,
  demo boolean not null default false,
  unique nulls not distinct (inbox_id)
);

create table guide_words (
  id id primary key,
  inbox_id id references inboxes on delete cascade,
  kind text not null check (kind in ('inside', 'opener', 'known')),
  word text not null,
  plain text check (plain is null or kind = 'inside'),
  at timestamptz not null default clock_now(),
  by_id id,
  demo boolean not null default false
);
create unique index guide_words_once on guide_words (coalesce(inbox_id, ''), kind, lower(word));
