-- A matter that grew out of another conversation, and what became of one that was put back into it.
alter table conversations add column split_from id;
create index conversations_split on conversations (split_from) where split_from is not null;

-- Links and reply addresses of a conversation that was put back still lead to its words.
create table conversations_put_back (
  id id primary key,
  into_id id not null,
  page_key text not null,
  at timestamptz not null default clock_now()
);
create index conversations_put_back_into on conversations_put_back (into_id);

-- The subject of a letter that joined, where nobody in the conversation had used it before.
alter table messages add column new_subject text;
alter table messages add column is_list boolean not null default false;
alter table messages add column is_report boolean not null default false;
alter table messages add column is_challenge boolean not null default false;

-- Answers that wait for their time. Nothing of one is on the timeline or promised before it leaves.
create table scheduled_replies (
  id id primary key,
  conversation_id id not null,
  inbox_id id not null,
  author_id id not null,
  -- waiting: leaves at its time; kept-back: something came in between, and a person decides.
  state text not null default 'waiting' check (state in ('waiting', 'kept-back')),
  because text,
  send_at timestamptz not null,
  text text not null,
  html text,
  "to" jsonb not null,
  cc jsonb not null,
  attachments jsonb not null default '[]',
  promises jsonb not null default '[]',
  -- Which questions it answers, what its care line showed, and what happens once it has left.
  rest jsonb not null default '{}',
  -- The newest message when it was written: what came after it crosses.
  seen text not null,
  -- How the conversation stood before it was put off for this.
  before jsonb not null,
  client_key text,
  created_at timestamptz not null default clock_now()
);
create index scheduled_replies_of on scheduled_replies (conversation_id);
create unique index scheduled_replies_client_key on scheduled_replies (client_key) where client_key is not null;
