-- How soon people should hear from us. The narrowest rule that fits holds: an inbox, a channel, how much harm shows.
create table target_rules (
  id id primary key,
  -- The first answer of a person to a new matter, or each one after it.
  answer text not null check (answer in ('first', 'next')),
  -- Null: every inbox, every channel, any harm.
  inbox_id id references inboxes on delete cascade,
  channel text check (channel in ('email', 'page', 'api')),
  pressing boolean,
  minutes integer not null check (minutes between 1 and 14400),
  by_id id,
  at timestamptz not null default clock_now()
);
create unique index target_rules_scope on target_rules
  (answer, coalesce(inbox_id, ''), coalesce(channel, ''), coalesce(pressing::text, ''));

-- What runs at this moment: one row per conversation in which somebody waits for an answer.
create table targets (
  conversation_id id primary key,
  inbox_id id not null,
  answer text not null check (answer in ('first', 'next')),
  since timestamptz not null,
  minutes integer not null,
  -- When it is said ahead, and by when they should hear.
  near_at timestamptz not null,
  target_at timestamptz not null,
  near_said_at timestamptz,
  missed_at timestamptz
);

-- How long people really waited for the first word of a person, in opening hours: what an honest "usually" is made of.
create table first_answers (
  conversation_id id primary key,
  inbox_id id not null,
  channel text not null,
  asked_at timestamptz not null,
  answered_at timestamptz not null,
  minutes integer not null
);
create index first_answers_lately on first_answers (inbox_id, asked_at);

-- Kept beside the wait, so that lists and their order need not look elsewhere.
alter table conversations add column target_at timestamptz;
