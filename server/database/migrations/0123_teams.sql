-- People who look after the same things together. Walls stay inboxes; a team is whom one gives to and whose lists one looks at.
create table teams (
  id id primary key,
  name text not null,
  demo boolean not null default false,
  made_at timestamptz not null default clock_now(),
  by_id id,
  removed_at timestamptz
);
create unique index teams_name on teams (lower(name)) where removed_at is null;

create table team_members (
  team_id id not null references teams on delete cascade,
  teammate_id id not null references teammates on delete cascade,
  primary key (team_id, teammate_id)
);
create index team_members_of on team_members (teammate_id);

-- How what is new in an inbox is given out. Without a row nobody gives it out: it is New.
create table routing_rules (
  inbox_id id primary key,
  team_id id not null references teams,
  way text not null check (way in ('in-turn', 'least')),
  -- So many open matters at once, over all inboxes, and no more; null: as many as come.
  capacity int check (capacity between 1 and 500),
  changed_at timestamptz not null default clock_now(),
  by_id id
);

-- When somebody was last given something here, so that turns go round.
create table routing_turns (
  inbox_id id not null,
  teammate_id id not null references teammates on delete cascade,
  last_at timestamptz not null,
  primary key (inbox_id, teammate_id)
);
