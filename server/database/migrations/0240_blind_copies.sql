-- Who gets a letter unseen by the others. They never belong to the conversation: an answer to all would name them.
alter table messages add column bcc jsonb not null default '[]';
alter table drafts add column bcc jsonb not null default '[]';
alter table scheduled_replies add column bcc jsonb not null default '[]';
