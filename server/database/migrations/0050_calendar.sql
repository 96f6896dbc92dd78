-- Days on which nobody is here, by name; and who is away from which day to which. Days are those of the company's own zone.
create table holidays (
  day text primary key check (day ~ '^\d{4}-\d{2}-\d{2}$'),
  name text not null,
  by_id id,
  at timestamptz not null default clock_now()
);

create table leaves (
  id id primary key,
  teammate_id id not null references teammates on delete cascade,
  from_day text not null check (from_day ~ '^\d{4}-\d{2}-\d{2}$'),
  to_day text not null check (to_day >= from_day),
  -- Who stands in; what is promised for these days is handed to them, and is theirs once accepted.
  stand_in_id id,
  by_id id,
  at timestamptz not null default clock_now()
);
create index leaves_of on leaves (teammate_id, from_day);
