-- Held for no other reason than that it came into spam: such letters are let in when it is no spam, and no others.
alter table messages add column held_with_spam boolean not null default false;
