-- The silence clock: how long somebody has heard nothing while it is ours to do something. One row per conversation that runs.
create table silences (
  conversation_id id primary key,
  inbox_id id not null,
  kind text not null check (kind in ('trouble', 'usual', 'later')),
  since timestamptz not null,
  -- When the update is drafted, and by when they must have heard.
  near_at timestamptz not null,
  limit_at timestamptz not null,
  -- When the draft proposes to write again.
  next_at timestamptz,
  draft text,
  drafted_at timestamptz,
  passed_at timestamptz
);
create index silences_near on silences (inbox_id, limit_at) where drafted_at is not null;
