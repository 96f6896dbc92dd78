-- The public status page. Words are kept by language, {"en": …, "de": …}, because readers have theirs.
create table status_components (
  id id primary key,
  name jsonb not null,
  about jsonb,
  position int not null,
  made_at timestamptz not null default clock_now(),
  -- Shown no more; old reports still name it.
  removed_at timestamptz,
  demo boolean not null default false
);

create table status_reports (
  id id primary key,
  title jsonb not null,
  begun_at timestamptz not null,
  over_at timestamptz,
  cause jsonb,
  -- An incident of the desk, where there is one. No reference: neither room needs the other.
  incident_id id,
  by_id id,
  by_name text,
  made_at timestamptz not null default clock_now(),
  removed_at timestamptz,
  demo boolean not null default false
);
create index status_reports_shown on status_reports (begun_at desc) where removed_at is null;
create index status_reports_incident on status_reports (incident_id) where incident_id is not null;

create table status_updates (
  report_id id not null references status_reports on delete cascade,
  position int not null,
  id id not null,
  stage text not null check (stage in ('looking', 'found', 'watching', 'over')),
  impact jsonb not null,
  doing jsonb not null,
  -- By the id of the part; what is not named works.
  levels jsonb not null,
  next_at timestamptz,
  at timestamptz not null default clock_now(),
  by_id id,
  by_name text,
  primary key (report_id, position)
);
create unique index status_updates_id on status_updates (id);

-- Public statements as they stand on the page; how they came about is in the room above.
create table status_statements (
  id id primary key,
  title jsonb not null,
  words jsonb not null,
  published_at timestamptz not null,
  -- The words were changed after they were public.
  changed_at timestamptz,
  demo boolean not null default false
);

-- Who hears by mail. A row goes when they leave; one that nobody confirmed goes after two days.
create table status_subscribers (
  id id primary key,
  address text not null,
  language text not null,
  asked_at timestamptz not null default clock_now(),
  confirmed_at timestamptz
);
create unique index status_subscribers_address on status_subscribers (address);

create table status_hooks (
  id id primary key,
  name text not null,
  url text not null,
  inside boolean not null,
  sealed text not null,
  by_id id,
  made_at timestamptz not null default clock_now()
);

-- Every word to somebody, so that nobody is told twice and nobody is left out. `news_id`: an update or a statement.
create table status_deliveries (
  news_id id not null,
  to_id id not null,
  kind text not null check (kind in ('mail', 'hook')),
  asked_at timestamptz not null default clock_now(),
  result text not null default 'waiting' check (result in ('waiting', 'done', 'failed')),
  status int,
  done_at timestamptz,
  primary key (news_id, to_id)
);
create index status_deliveries_to on status_deliveries (to_id, asked_at desc);
