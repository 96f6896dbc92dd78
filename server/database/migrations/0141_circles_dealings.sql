-- A company or a household: who belongs together, and as what. Seen through its inbox; its people through theirs.
create table circles (
  id id primary key,
  kind text not null check (kind in ('company', 'household')),
  name text not null,
  inbox_id id not null,
  by_id id,
  made_at timestamptz not null default clock_now()
);
create unique index circles_name on circles (inbox_id, kind, lower(name));

create table circle_people (
  circle_id id not null references circles on delete cascade,
  customer_id id not null references customers on delete cascade,
  role text,
  by_id id,
  since timestamptz not null default clock_now(),
  primary key (circle_id, customer_id)
);
create index circle_people_of on circle_people (customer_id);

-- Two people and what they are to each other, from both sides.
create table relations (
  id id primary key,
  customer_id id not null references customers on delete cascade,
  other_id id not null references customers on delete cascade,
  inbox_id id not null,
  -- What the other is to the customer ("daughter"), and the customer to the other ("mother").
  is_theirs text not null,
  is_back text not null,
  by_id id,
  made_at timestamptz not null default clock_now(),
  unique (customer_id, other_id)
);
create index relations_of_other on relations (other_id);

-- What they bought, when they came, what they use: from another program, by its own number.
create table dealings (
  id id primary key,
  customer_id id not null references customers on delete cascade,
  inbox_id id not null,
  external_id text not null,
  kind text not null check (kind in ('purchase', 'visit', 'usage', 'event')),
  what text not null,
  at timestamptz not null,
  amount numeric(14, 2),
  currency text,
  by_id id,
  made_at timestamptz not null default clock_now()
);
create unique index dealings_once on dealings (inbox_id, external_id);
create index dealings_of on dealings (customer_id, at desc, id desc);

-- The last digits of a number are the same however it is written: 0912…, +351 912 ….
create index customer_addresses_digits on customer_addresses (right(regexp_replace(address, '[^0-9]', '', 'g'), 9)) where kind = 'phone';
create index customers_same_name on customers (lower(name));
