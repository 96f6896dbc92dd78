-- A failure that is being made right: what happened, what it cost them, and the six steps in their order.
create table recoveries (
  conversation_id id not null,
  id id not null,
  customer_id id not null,
  inbox_id id not null,
  -- In plain words, for us and for whoever reads it in a year.
  what text not null,
  source text not null check (source in ('hand', 'signal', 'promise', 'api')),
  -- Where the failure shows: their message, our broken word.
  message_id id,
  promise_id id,
  -- When it happened or was first told; everything of ours behind it may be a step.
  since timestamptz not null,
  opened_at timestamptz not null default clock_now(),
  opened_by_id id,
  opened_by_name text,
  closed_at timestamptz,
  closed_by_id id,
  closed_by_name text,
  outcome text check (outcome in ('made-right', 'as-it-is', 'mistaken')),
  because text,
  -- We ask them again at this time: as our word to them, or as a reminder to ourselves.
  check_due timestamptz,
  check_promise_id id,
  check_said_at timestamptz,
  demo boolean not null default false,
  primary key (conversation_id, id),
  check ((closed_at is null) = (outcome is null))
);
create unique index recoveries_open on recoveries (conversation_id) where closed_at is null;
create unique index recoveries_by_id on recoveries (id);
create unique index recoveries_of_promise on recoveries (conversation_id, promise_id) where promise_id is not null;
create index recoveries_now on recoveries (inbox_id, opened_at) where closed_at is null;
create index recoveries_all on recoveries (inbox_id, id desc);
create index recoveries_customer on recoveries (customer_id, opened_at desc);
create index recoveries_check on recoveries (check_promise_id) where check_promise_id is not null;

-- A step is done by something that can be looked at, or left out with its reason. Taken back, its row is gone; the event stays.
create table recovery_steps (
  conversation_id id not null,
  recovery_id id not null,
  step text not null check (step in ('acknowledge', 'apologise', 'fix', 'explain', 'extra', 'check')),
  state text not null check (state in ('done', 'left-out')),
  evidence_kind text check (evidence_kind in ('message', 'act', 'promise', 'decision', 'extra')),
  evidence_id id,
  -- The sentence of the letter, or the name of the act; and where in the letter it stands.
  words text,
  place int,
  because text,
  -- When it was done: the time of the letter or the act, not of the press.
  at timestamptz not null,
  by_id id,
  by_name text,
  primary key (conversation_id, recovery_id, step),
  check ((state = 'done') = (evidence_id is not null))
);
create index recovery_steps_evidence on recovery_steps (evidence_id);

-- What it cost them, in their own words.
create table recovery_costs (
  conversation_id id not null,
  recovery_id id not null,
  position int generated always as identity,
  kind text not null check (kind in ('time', 'money', 'face', 'other')),
  words text not null,
  message_id id,
  at timestamptz not null default clock_now(),
  by_id id,
  by_name text,
  primary key (conversation_id, recovery_id, position)
);

-- "No, nothing failed here", "this letter does not do that": asked once.
create table recovery_refusals (
  conversation_id id not null,
  -- The message or act that was proposed; the step, or 'open' for the recovery itself.
  subject text not null,
  step text not null,
  by_id id,
  at timestamptz not null default clock_now(),
  primary key (conversation_id, subject, step)
);
