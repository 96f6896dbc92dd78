-- What a machine made of a letter, for each language once. `made_of` tells whether the words are still those.
create table translations (
  conversation_id id not null,
  message_id id not null,
  language text not null,
  made_of text not null,
  text text not null,
  from_language text,
  engine text not null,
  at timestamptz not null default clock_now(),
  primary key (conversation_id, message_id, language)
);

-- Words of ours in another language, as they were shown before they left, with the words they were made of.
create table translated_replies (
  conversation_id id not null,
  id id not null,
  -- The letter they became.
  message_id id,
  author_id id not null references teammates on delete cascade,
  written_in text not null,
  language text not null,
  text text not null,
  html text,
  their_text text not null,
  their_html text,
  back text not null,
  engine text not null,
  -- They leave by themselves later on.
  held boolean not null default false,
  at timestamptz not null default clock_now(),
  primary key (conversation_id, id)
);
create unique index translated_replies_by_id on translated_replies (id);
