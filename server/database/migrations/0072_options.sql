-- Two or three ways to go on, put to them as a question; what they choose becomes our word.
create table offers (
  conversation_id id not null,
  id id not null,
  customer_id id not null,
  inbox_id id not null,
  -- The reply it stands in.
  message_id id not null,
  question text not null,
  -- Whether an idea of their own is asked for as well.
  own_idea boolean not null default true,
  made_by id,
  made_at timestamptz not null default clock_now(),
  withdrawn_at timestamptz,
  -- What was chosen last, where, and the promise it became.
  chosen int,
  chosen_at timestamptz,
  chosen_on text check (chosen_on in ('page', 'reply')),
  promise_id id,
  -- What a letter of theirs seems to choose, by its words; a teammate says whether it does.
  proposed int,
  proposed_in id,
  proposed_words text,
  primary key (conversation_id, id)
);
create index offers_by_id on offers (id);

create table offer_choices (
  conversation_id id not null,
  offer_id id not null,
  position int not null,
  text text not null,
  due timestamptz,
  -- Their own idea.
  theirs boolean not null default false,
  primary key (conversation_id, offer_id, position)
);
