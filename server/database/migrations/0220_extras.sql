-- Small things beyond what was asked for. Most cost nothing; amounts are hundredths, as with decisions.
create table extras (
  id id primary key,
  -- Null: every inbox.
  inbox_id id references inboxes on delete cascade,
  name text not null,
  -- What can be said of it in a letter, once it is possible.
  words text not null,
  cost bigint not null default 0 check (cost >= 0),
  unit text,
  -- How many there were when somebody last counted, and when that was; null: as many as are wanted.
  stock int check (stock >= 0),
  counted_at timestamptz not null default clock_now(),
  -- Somebody has to make it: it is promised only when they have said yes.
  maker_id id,
  retired_at timestamptz,
  by_id id,
  at timestamptz not null default clock_now(),
  demo boolean not null default false,
  check ((cost > 0) = (unit is not null))
);

-- One that was given. It keeps its name and cost, whatever the catalogue says later.
create table given_extras (
  conversation_id id not null,
  id id not null,
  customer_id id not null,
  inbox_id id not null,
  extra_id id not null,
  name text not null,
  words text not null,
  cost bigint not null,
  unit text,
  because text,
  -- The decision that pays for it; null where it costs nothing, or nobody has set limits.
  decision_id id,
  by_id id,
  by_name text,
  at timestamptz not null default clock_now(),
  maker_id id,
  -- From here on it may be told; and by when they have it, where somebody said so.
  possible_at timestamptz,
  possible_by_name text,
  due timestamptz,
  delivered_at timestamptz,
  delivered_by_name text,
  -- What they said to it, in their own words.
  answer text,
  answer_message_id id,
  is_glad boolean,
  answered_at timestamptz,
  answered_by_name text,
  cancelled_at timestamptz,
  cancelled_by_name text,
  demo boolean not null default false,
  primary key (conversation_id, id),
  check ((answer is null) = (answered_at is null))
);
create unique index given_extras_by_id on given_extras (id);
create index given_extras_of on given_extras (extra_id, at);
create index given_extras_customer on given_extras (customer_id, at);
create index given_extras_to_make on given_extras (maker_id) where delivered_at is null and cancelled_at is null;
