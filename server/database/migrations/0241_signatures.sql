-- How letters end: a person's own, in one inbox or in all of them, and the inbox's for whoever has none. The nearest one counts.
create table signatures (
  id id primary key,
  teammate_id id references teammates on delete cascade,
  inbox_id id references inboxes on delete cascade,
  text text not null check (length(text) <= 2000),
  -- Only where it is more than words.
  html text,
  demo boolean not null default false,
  changed_at timestamptz not null default clock_now(),
  by_id id,
  check (teammate_id is not null or inbox_id is not null)
);
create unique index signatures_place on signatures (coalesce(teammate_id::text, ''), coalesce(inbox_id::text, ''));
create index signatures_inbox on signatures (inbox_id);

-- What stood on a card goes along.
insert into signatures (id, teammate_id, inbox_id, text, demo, by_id)
  select 'sig' || substr(id::text, position('_' in id::text)), id, null, left(signature, 2000), demo, id
  from teammates where trim(coalesce(signature, '')) <> '';
alter table teammates drop column signature;
