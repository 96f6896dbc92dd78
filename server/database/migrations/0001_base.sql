-- Ids are UUIDv7 in base 62 behind a prefix (docs/decisions/0003): they sort by the time they were made
-- only in byte order, hence the collation.
create domain id as text collate "C";
create extension if not exists pg_trgm;

-- The one clock. `ahead` is moved by tests only.
create table clock (
  only_row boolean primary key default true check (only_row),
  ahead interval not null default '0'
);
insert into clock default values;
create function clock_now() returns timestamptz language sql volatile as
  $$ select clock_timestamp() + (select ahead from clock) $$;

-- The spine. `xid` makes tailing safe: a reader takes only what lies before every transaction still open.
create table events (
  seq bigint generated always as identity primary key,
  xid xid8 not null default pg_current_xact_id(),
  at timestamptz not null default clock_now(),
  type text not null,
  by_kind text not null,
  by_id id,
  by_name text,
  inbox_id id,
  conversation_id id,
  customer_id id,
  promise_id id,
  message_id id,
  teammate_id id,
  detail jsonb not null default '{}'
);
create index events_tail on events (xid, seq);
create index events_of_conversation on events (conversation_id, seq) where conversation_id is not null;

-- What is due at a time. Fired once: the row is the proof.
create table timers (
  kind text not null,
  subject id not null,
  due_at timestamptz not null,
  fired_at timestamptz,
  primary key (kind, subject, due_at)
);
create index timers_due on timers (due_at) where fired_at is null;

create table settings (
  key text primary key,
  value jsonb not null
);

create table audit (
  id id primary key,
  at timestamptz not null default clock_now(),
  by_kind text not null,
  by_id id,
  by_name text not null,
  via text not null,
  action text not null,
  subject_kind text,
  subject_id text,
  inbox_id id,
  detail jsonb not null default '{}'
);
create index audit_newest on audit (at desc, id desc);

create table idempotency (
  actor text not null,
  key text not null,
  route text not null,
  body_hash text not null,
  status int,
  response jsonb,
  created_at timestamptz not null default now(),
  primary key (actor, key)
);
create index idempotency_old on idempotency (created_at);

-- Counters per window for public routes, sign-in and mail intake; nothing lives in one node's memory.
create table rate_limits (
  bucket text not null,
  window_start timestamptz not null,
  hits int not null default 0,
  primary key (bucket, window_start)
);
