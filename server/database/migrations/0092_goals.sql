-- What a customer wants to reach, in their own words, and when we look at it together again.
create table goals (
  id id primary key,
  customer_id id not null references customers on delete cascade,
  inbox_id id not null,
  words text not null,
  -- Where they said it; null where they said it on the phone or at the counter.
  conversation_id id,
  message_id id,
  review_on text not null check (review_on ~ '^\d{4}-\d{2}-\d{2}$'),
  state text not null default 'open' check (state in ('open', 'done', 'dropped')),
  by_id id,
  made_at timestamptz not null default clock_now(),
  settled_at timestamptz
);
create index goals_of on goals (customer_id, made_at);
create index goals_review on goals (inbox_id, review_on) where state = 'open';

-- Each look at it: what came of it, and when next.
create table goal_reviews (
  goal_id id not null references goals on delete cascade,
  position int generated always as identity,
  at timestamptz not null default clock_now(),
  by_id id,
  by_name text,
  outcome text not null check (outcome in ('done', 'again', 'dropped')),
  note text,
  next_on text,
  primary key (goal_id, position)
);
