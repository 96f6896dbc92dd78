-- Lists that somebody has put together: for themselves, for the house, or for those who see an inbox.
create table views (
  id id primary key,
  name text not null,
  filter jsonb not null,
  sort text not null default 'pressing' check (sort in ('pressing', 'newest', 'promised')),
  maker_id id,
  shared boolean not null default false,
  inbox_id id,
  version int not null default 1,
  demo boolean not null default false,
  made_at timestamptz not null default clock_now(),
  changed_at timestamptz not null default clock_now(),
  removed_at timestamptz
);
create index views_of on views (maker_id) where removed_at is null;
create index views_shared on views (lower(name)) where shared and removed_at is null;
