-- What was done with many at once, so that one press takes all of it back.
create table bulk_acts (
  id id primary key,
  by_id id not null,
  act jsonb not null,
  -- The Idempotency-Key: a repeat after a crash goes on where it stopped.
  once text unique,
  at timestamptz not null default clock_now(),
  undone_at timestamptz
);
create index bulk_acts_at on bulk_acts (at);

create table bulk_items (
  bulk_id id not null references bulk_acts on delete cascade,
  conversation_id id not null,
  -- How it stood before, and how we left it: whatever is different now, somebody has changed since.
  before jsonb not null,
  after jsonb not null,
  primary key (conversation_id, bulk_id)
);
create index bulk_items_of on bulk_items (bulk_id);
