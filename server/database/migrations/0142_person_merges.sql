-- Two who are one. What moved, row by row, so that it can be undone to the letter for thirty days.
create table person_merges (
  id id primary key,
  -- No references: an erasure of either leaves the record that it happened.
  from_id id not null,
  into_id id not null,
  from_name text not null,
  by_id id,
  by_name text not null,
  at timestamptz not null default clock_now(),
  undo_until timestamptz not null,
  undone_at timestamptz
);
create unique index person_merges_from on person_merges (from_id) where undone_at is null;
create index person_merges_into on person_merges (into_id) where undone_at is null;

create table person_merge_rows (
  merge_id id not null references person_merges on delete cascade,
  position int not null,
  table_name text not null,
  -- moved: carried the one's number and carries the other's. taken: stood in the way of one of the other's. changed: the other's own row.
  how text not null check (how in ('moved', 'taken', 'changed')),
  key jsonb not null,
  before jsonb,
  after jsonb,
  primary key (merge_id, position)
);

create table same_refusals (
  -- The smaller number first.
  one_id id not null references customers on delete cascade,
  other_id id not null references customers on delete cascade,
  by_id id,
  at timestamptz not null default clock_now(),
  primary key (one_id, other_id)
);

-- Who moves takes what they were told along.
alter table matter_tellings drop constraint matter_tellings_matter_id_customer_id_fkey;
alter table matter_tellings add constraint matter_tellings_matter_id_customer_id_fkey
  foreign key (matter_id, customer_id) references matter_people on update cascade on delete cascade;
