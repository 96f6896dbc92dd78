-- A call at a time the customer picked. What is owed is a promise like any other; the rest of it stands here.
alter table promises add column kind text not null default 'word' check (kind in ('word', 'callback'));

create table callbacks (
  conversation_id id not null,
  promise_id id not null,
  customer_id id not null,
  inbox_id id not null,
  phone text not null,
  about text,
  minutes int not null check (minutes between 5 and 240),
  -- The zone the time was picked in: theirs.
  time_zone text not null,
  asked_by text not null check (asked_by in ('customer', 'team')),
  asked_at timestamptz not null default clock_now(),
  outcome text check (outcome in ('reached', 'not-reached')),
  note text,
  called_at timestamptz,
  called_by id,
  -- Its maker has another call at that time; only a handover can bring it about.
  clashes boolean not null default false,
  primary key (conversation_id, promise_id)
);
create unique index callbacks_by_promise on callbacks (promise_id, conversation_id);
create index callbacks_wanted on callbacks (inbox_id, asked_at) where called_at is null;

-- Whose quarter of an hour belongs to which call. Two calls of one person cannot share one.
create table call_quarters (
  teammate_id id not null,
  at timestamptz not null,
  promise_id id not null,
  primary key (teammate_id, at)
);
create index call_quarters_of on call_quarters (promise_id);
