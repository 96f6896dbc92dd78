-- Whose customer somebody is, from when until when. At most one at a time; those of the past stay, so that what was answered
-- then is told by whose they were then.
create table named_persons (
  customer_id id not null references customers on delete cascade,
  teammate_id id not null,
  since timestamptz not null default clock_now(),
  until timestamptz,
  by_id id,
  primary key (customer_id, since)
);
create unique index named_persons_now on named_persons (customer_id) where until is null;
create index named_persons_of on named_persons (teammate_id, customer_id) where until is null;

-- "Make this Ana's customer?" was answered with no: it is asked once.
create table person_refusals (
  customer_id id primary key references customers on delete cascade,
  teammate_id id not null,
  by_id id,
  at timestamptz not null default clock_now()
);
