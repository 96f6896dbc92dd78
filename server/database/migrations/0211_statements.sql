-- Public statements as they come about: versions, comments at words, who has to sign and who has signed which words.
create table statements (
  id id primary key,
  incident_id id,
  version int not null default 1,
  by_id id,
  by_name text,
  made_at timestamptz not null default clock_now(),
  public_version int,
  published_at timestamptz,
  published_by text,
  -- How those who were hurt heard it first, and why not where they did not.
  told text check (told in ('personally', 'nobody-hurt', 'not-yet')),
  told_because text,
  withdrawn_at timestamptz,
  withdrawn_because text,
  demo boolean not null default false
);

create table statement_versions (
  statement_id id not null references statements on delete cascade,
  version int not null,
  title jsonb not null,
  words jsonb not null,
  at timestamptz not null default clock_now(),
  by_id id,
  by_name text,
  primary key (statement_id, version)
);

create table statement_signers (
  statement_id id not null references statements on delete cascade,
  teammate_id id not null references teammates on delete cascade,
  primary key (statement_id, teammate_id)
);

-- The name as it was when they signed: it stays true whoever leaves.
create table statement_signatures (
  statement_id id not null,
  version int not null,
  teammate_id id not null,
  name text not null,
  at timestamptz not null default clock_now(),
  primary key (statement_id, version, teammate_id),
  foreign key (statement_id, version) references statement_versions on delete cascade
);

create table statement_comments (
  id id primary key,
  statement_id id not null references statements on delete cascade,
  version int not null,
  language text not null check (language in ('en', 'de')),
  quote text not null,
  text text not null,
  at timestamptz not null default clock_now(),
  by_id id,
  by_name text,
  settled_at timestamptz,
  settled_by text
);
create index statement_comments_statement on statement_comments (statement_id, at);
