-- Words a team puts on conversations to find them together. One word for the whole house; where it is known is its wall.
create table tags (
  id id primary key,
  name text not null check (name <> '' and length(name) <= 40),
  demo boolean not null default false,
  made_at timestamptz not null default clock_now(),
  by_id id,
  -- Taken out of use: merged into another, or removed. What wore it is in `tag_retirements`, so that it can come back.
  retired_at timestamptz,
  merged_into id
);
create unique index tags_name on tags (lower(name)) where retired_at is null;

-- Inboxes in which it was put on something: nobody else learns that it exists.
create table tag_inboxes (
  tag_id id not null references tags on delete cascade,
  inbox_id id not null,
  primary key (tag_id, inbox_id)
);

create table tag_retirements (
  tag_id id not null references tags on delete cascade,
  conversation_id id not null,
  -- It wore the other one already, and keeps it when this one comes back.
  wore_both boolean not null,
  primary key (tag_id, conversation_id)
);

-- On the conversation itself, so that lists never join; kept by the room of tags through `noteTags`.
alter table conversations add column tags text[] not null default '{}';
create index conversations_tags on conversations using gin (tags) where tags <> '{}';
