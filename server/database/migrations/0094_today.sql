-- Today names who was let go without a word, and who said they are not happy; both are few among very many.
create index conversations_unsaid on conversations (closed_by, closed_at desc)
  where status = 'closed' and goodbye is null and closed_by is not null;
create index events_unhappy on events (at) where type = 'page.unhappy';
